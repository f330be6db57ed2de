import { Input } from "antd";

export { Input, InputNumber, Select, Switch } from "antd";
export const TextArea = Input.TextArea;
