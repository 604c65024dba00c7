import type { Config } from "./config.js";
import { printable } from "./reply/terminal-text.js";
import { CorpusFolderError, readCorpus } from "./story/corpus.js";
import { describeFault } from "./story/fault.js";
import { examineTelegram, type Finding } from "./telegram/examination.js";

const MARKS = { right: "ok    ", advice: "advice", fault: "wrong ", setting: "wrong " } as const;

/** Exit codes: the bot can run; the stories or the connection are at fault; the settings are. */
const EXIT = { well: 0, fault: 1, setting: 2 } as const;

/** Writes one line of output. */
type Print = (line: string) => Promise<void>;

/**
 * Looks at all that the bot needs, and says for each thing what is right, or what is wrong and what to do.
 * @returns the exit code of the process
 */
export async function doctor(
  { botToken, telegramApiRoot, http, corpusFolder }: Config,
  print: Print,
): Promise<number> {
  const connection = { token: botToken, apiRoot: telegramApiRoot, webhook: http?.webhook };
  const verdicts: Finding["verdict"][] = [];
  // The corpus first: Telegram may keep somebody waiting.
  for (const examine of [() => examineCorpus(corpusFolder), () => examineTelegram(connection)]) {
    for (const finding of await examine()) {
      await printFinding(finding, print);
      verdicts.push(finding.verdict);
    }
  }
  if (verdicts.includes("setting")) return EXIT.setting;
  return verdicts.includes("fault") ? EXIT.fault : EXIT.well;
}

async function examineCorpus(folder: string): Promise<Finding[]> {
  try {
    const { stories, faults } = await readCorpus(folder);
    if (faults.length > 0) {
      const found = faults.map((fault) => ofCorpus("fault", describeFault(fault)));
      return [...found, ofCorpus("fault", "the bot does not start with a fault", "Mend the lines above.")];
    }
    if (stories.length > 0) {
      const count = stories.length === 1 ? "1 story" : `${stories.length} stories`;
      return [ofCorpus("right", `${count} in ${folder}, no fault`)];
    }
    return [
      ofCorpus("fault", `there is no story in ${folder}`, "Put a story file there, as the README shows."),
    ];
  } catch (error) {
    if (!(error instanceof CorpusFolderError)) throw error;
    return [
      ofCorpus("setting", error.message, "Set CORPUS_DIR, or --corpus, to the folder of your stories."),
    ];
  }
}

function ofCorpus(verdict: Finding["verdict"], state: string, remedy?: string): Finding {
  return { about: "corpus", verdict, state, ...(remedy === undefined ? {} : { remedy }) };
}

/** One line for how it is, and one for what to do. */
async function printFinding({ about, verdict, state, remedy }: Finding, print: Print): Promise<void> {
  await print(`${MARKS[verdict]}  ${about}: ${printable(state)}`);
  if (remedy !== undefined) await print(`${" ".repeat(MARKS[verdict].length)}  ${remedy}`);
}
