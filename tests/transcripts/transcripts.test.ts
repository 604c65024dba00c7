import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { expect, test } from "vitest";
import { startBot } from "../telegram/bot-process.js";
import { FakeTelegram } from "../telegram/fake-telegram.js";
import { ADVISED } from "../telegram/people.js";
import { replay } from "./replay.js";
import { parseTranscript } from "./transcript.js";

const FOLDER = new URL("./", import.meta.url);

/** Write down what happens instead of comparing with it: UPDATE_TRANSCRIPTS=1. The difference is for a person to read. */
const update = process.env.UPDATE_TRANSCRIPTS === "1";

/** People in transcripts ask one thing after the other without a pause. */
const ENVIRONMENT = { QUESTIONS_PER_MINUTE: "100000" };

const files = readdirSync(FOLDER).filter((name) => name.endsWith(".txt"));

// At the same time: most of a conversation is waiting for the bot to be done.
test.concurrent.each(files)("%s", async (name) => {
  const file = new URL(name, FOLDER);
  const written = readFileSync(file, "utf8");
  const telegram = await FakeTelegram.start(ADVISED);
  try {
    const bot = await startBot(telegram, ENVIRONMENT);
    const happened = await replay(parseTranscript(written), telegram, !update).finally(() => bot.stop());
    if (update) writeFileSync(file, happened);
    else expect(happened, "UPDATE_TRANSCRIPTS=1 would rewrite the file").toBe(written);
    expect(await bot.exited).toMatchObject({ code: 0 });
  } finally {
    await telegram.close();
  }
});
