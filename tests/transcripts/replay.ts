import type { Message } from "grammy/types";
import type { MessageContent } from "../telegram/chats.js";
import type { FakeTelegram } from "../telegram/fake-telegram.js";
import { MEDIA } from "../telegram/media.js";
import { refusedBlock, shownBlock } from "./blocks.js";
import { formatTranscript, type Step, type Transcript } from "./transcript.js";

/** How long the bot may take to show what the file expects of it, in milliseconds. */
const EXPECTED_WITHIN = 5000;

/**
 * How long the bot must be quiet, in milliseconds, until it counts as done: after what was expected has come, and
 * where nothing is, or it is not known what will come.
 */
const QUIET = { asExpected: 50, unknown: 500 } as const;

/** The forms in which a person may send something; what stands after the colon is the caption. */
const FORMS: ReadonlyMap<string, MessageContent> = new Map(Object.entries(MEDIA));

/**
 * Does what the person in the transcript does.
 * @param trusted false where the file may expect too little: the bot then gets more time for each step
 * @returns the transcript of what happened
 */
export async function replay(
  transcript: Transcript,
  telegram: FakeTelegram,
  trusted: boolean,
): Promise<string> {
  const happened: string[][][] = [];
  for (const step of transcript.steps) {
    const quiet = trusted && step.expectedBlocks > 0 ? QUIET.asExpected : QUIET.unknown;
    happened.push(await replayStep(step, telegram, quiet));
  }
  return formatTranscript(transcript, happened);
}

async function replayStep(step: Step, telegram: FakeTelegram, quiet: number): Promise<string[][]> {
  const [shown, calls] = [telegram.shown.length, telegram.calls.length];
  const asked = send(step, telegram);
  const blocks = () => [
    ...telegram.shown.slice(shown).map((one) => shownBlock(one, asked)),
    ...telegram.calls.slice(calls).flatMap(refusedBlock),
  ];
  if (step.expectedBlocks > 0) {
    const came = () => blocks().length >= step.expectedBlocks || undefined;
    // What does not come is seen in the comparison.
    await telegram.until(came, { timeout: EXPECTED_WITHIN }).catch(() => {});
  }
  await telegram.idle(quiet);
  return blocks();
}

function send({ person, form, text }: Step, telegram: FakeTelegram): Message {
  if (person !== "reader") throw new Error(`nobody is known as ${person}`);
  if (form === "text") return telegram.text({ text });
  const content = FORMS.get(form);
  if (content === undefined) throw new Error(`nothing is sent in the form (${form})`);
  return telegram.message({ ...content, ...(text === "" ? {} : { caption: text }) });
}
