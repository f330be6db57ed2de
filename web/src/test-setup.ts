import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll } from "vitest";
import { chooseLocale } from "@/lib/i18n";

beforeAll(() => chooseLocale("zh-CN"));
afterEach(cleanup);
