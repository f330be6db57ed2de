/** Inputs of the kinds of fields. Lists only say values, so the inputs come when a form is first shown. */
import { type ComponentType, lazy, Suspense } from "react";

type Inputs = typeof import("./antd-inputs");

/** antd's own props are what a kind gives. */
function later<K extends keyof Inputs>(name: K) {
  const Input = lazy(() =>
    import("./antd-inputs").then((all) => ({ default: all[name] as ComponentType<Record<string, unknown>> })),
  );
  return (props: Record<string, unknown>) => (
    <Suspense>
      <Input {...props} />
    </Suspense>
  );
}

export const Input = later("Input");
export const InputNumber = later("InputNumber");
export const Select = later("Select");
export const Switch = later("Switch");
export const TextArea = later("TextArea");
