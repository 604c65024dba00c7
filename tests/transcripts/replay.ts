import type { FakeTelegram } from "../telegram/fake-telegram.js";
import { act } from "./act.js";
import { chosenBlock, noticeBlock, offerBlock, refusedBlock, shownBlock } from "./blocks.js";
import { Stage } from "./stage.js";
import { formatTranscript, type Step, type Transcript, UNANSWERED } from "./transcript.js";

/** How long the bot may take to show what the file expects of it, in milliseconds. */
const EXPECTED_WITHIN = 5000;

/**
 * How long the bot must be quiet, in milliseconds, until it counts as done: after what was expected has come, and
 * where nothing is, or it is not known what will come.
 */
const QUIET = { asExpected: 50, unknown: 500 } as const;

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
  const stage = new Stage(telegram);
  const happened: string[][][] = [];
  for (const step of transcript.steps) {
    const quiet = trusted && step.expected.length > 0 ? QUIET.asExpected : QUIET.unknown;
    happened.push(await replayStep(step, stage, quiet));
  }
  return formatTranscript(transcript, happened);
}

async function replayStep(step: Step, stage: Stage, quiet: number): Promise<string[][]> {
  const { telegram } = stage;
  const [shown, notices, calls] = [telegram.shown.length, telegram.notices.length, telegram.calls.length];
  const offers = telegram.offers.length;
  const updates = telegram.updateCount;
  const asked = act(step, stage);
  const chosen = step.deed.kind === "chooses" && asked ? [chosenBlock(step.person, asked)] : [];
  const blocks = () => [
    ...chosen,
    ...telegram.offers.slice(offers).map(offerBlock),
    ...telegram.shown.slice(shown).map((one) => shownBlock(one, asked)),
    ...telegram.notices.slice(notices).flatMap(noticeBlock),
    ...telegram.calls.slice(calls).flatMap(refusedBlock),
  ];
  const isUnanswered = () => step.deed.kind === "presses" && telegram.notices.length === notices;
  if (step.expected.length > 0) {
    const came = () => (blocks().length >= step.expected.length && !isUnanswered()) || undefined;
    // What does not come is seen in the comparison.
    await telegram.until(came, { timeout: EXPECTED_WITHIN }).catch(() => {});
  }
  // What does not reach the bot needs no waiting.
  await telegram.idle(telegram.updateCount === updates ? QUIET.asExpected : quiet);
  return isUnanswered() ? [...blocks(), [UNANSWERED]] : blocks();
}
