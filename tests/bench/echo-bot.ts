/** A bot that sends back what it gets, with grammY and its runner as their guides have them: what a bot costs at least. */
import { run } from "@grammyjs/runner";
import { Bot } from "grammy";

const { BOT_TOKEN = "", TELEGRAM_API_ROOT = "" } = process.env;
const bot = new Bot(BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT } });
bot.on("message:text", (ctx) => ctx.reply(ctx.msg.text));
const runner = run(bot);
process.once("SIGTERM", () => void runner.stop());
