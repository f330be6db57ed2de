import { Checkbox } from "antd";
import css from "./checks.module.css";

type GroupProps = Omit<React.ComponentProps<typeof Checkbox.Group>, "children">;

/** Several of a few choices, one beneath the other. */
export function Checks(props: GroupProps & { "aria-required"?: boolean }) {
  // A form says of its field that it is required, which ARIA does not know of groups.
  const { "aria-required": _required, ...group } = props;
  return <Checkbox.Group {...group} className={css.checks} />;
}
