/** Browser and system that a `User-Agent` names, as a person knows them: `Chrome · Windows`. Empty when it names none. */
const BROWSERS = {
  Edg: "Edge",
  OPR: "Opera",
  MicroMessenger: "WeChat",
  Firefox: "Firefox",
  Chrome: "Chrome",
  Safari: "Safari",
};
const SYSTEMS = {
  iPhone: "iPhone",
  iPad: "iPad",
  Android: "Android",
  Windows: "Windows",
  "Mac OS": "macOS",
  Linux: "Linux",
};

/** The first that fits: most browsers name their ancestors, too. */
export function agentWords(agent: string): string {
  const named = [BROWSERS, SYSTEMS].map((names) => Object.entries(names).find(([sign]) => agent.includes(sign))?.[1]);
  return named.filter(Boolean).join(" · ");
}
