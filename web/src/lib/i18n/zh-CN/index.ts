import common from "./common.json";
import events from "./events.json";
import notices from "./notices.json";
import portal from "./portal.json";
import session from "./session.json";
import shell from "./shell.json";
import ticket from "./ticket.json";

export default { common, events, notices, portal, session, shell, ticket };
