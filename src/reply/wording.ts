import type { ShownChange } from "../answer/changes.js";

const LEGEND: readonly ShownChange[] = [
  { op: "equal", text: "(" },
  { op: "delete", text: "only in the story" },
  { op: "equal", text: ", " },
  { op: "insert", text: "only in the quotation" },
  { op: "equal", text: ")" },
];

/**
 * Everything that the bot says in its own words. None of it states a fact about a story: facts stand in quotations.
 */
export const WORDING = {
  unsure: "This may not be what you asked:",
  declined: "The story does not say that.",
  declinedWithNearest: "The story does not say that. The nearest passage:",
  nameTheSubject: "Say in your question whom or what it is about, or reply to one of my answers.",
  askInEnglish: "I search the story in English; please ask in English.",
  didYouMean: (question: string) => `Did you mean: ${question}`,
  smallTalk:
    "Ask me something about the story, in a few words or in a whole question, and I will show you the passage that answers. I only quote; I add nothing.",
  notText: "I can only read text. Send your question about the story as a message.",
  emptyAsk:
    "Put your question after the command: /ask and then what you want to know. Or reply with /ask to the message that asks it.",
  whatToKnow: "What do you want to know?",
  yourQuestion: "Your question about the story",
  tooMany: (seconds: number) =>
    `Too many questions at once. Please ask again in ${seconds === 1 ? "a second" : `${seconds} seconds`}.`,
  offerCheck: "To see whether the forwarded words are in the story, reply to them with /check.",
  emptyCheck:
    'Put the quotation after the command, with or without a name: /check "…" — NAME. Or reply with /check to the message that holds it.',
  tooShort: "Too short to tell: fewer than four words are nobody's quotation. Send more of its words.",
  absent: "The story does not say these words.",
  absentWithNearest: "The story does not say these words. The nearest passage:",
  wordForWord: "Word for word in the story.",
  partsWordForWord: "Each part is word for word in the story, in this order.",
  altered: "Altered: not word for word in the story.",
  legend: LEGEND,
  trueWords: "The story's own words:",
  claimAgrees: (claimed: string) => `The name is right: ${claimed}.`,
  saidByAnother: (speaker: string, claimed: string) => `Said by ${speaker}, not ${claimed}.`,
  notNamed: (claimed: string) => `${claimed} is not named in the story.`,
  nobodysButPublishers: "The publisher's own words: the story gives them to nobody.",
  speakerNotClear: "The story does not make clear who says it.",
  timeline: "When it was, in the story's words, in order:",
  noDates: "The story does not say when anything was.",
  when: (period: string, basis: "stated" | "inferred") =>
    basis === "stated" ? period : `${period} (inferred)`,
  people: "Who is named, in the order in which they come in:",
  nobodyNamed: "The story does not name anybody.",
  named: (name: string, description: string | null, statements: number) =>
    [
      description === null ? name : `${name}, ${description}`,
      ...(statements === 0
        ? []
        : [`quoted or reported ${statements === 1 ? "once" : `${statements} times`}`]),
    ].join(" · "),
  theirWords: "What somebody says: /quotes and the name",
  theirWordsInTerminal: "What somebody says: quotes NAME",
  quotes: "Who says what, in the order of the story:",
  nobodyQuoted: "The story does not quote anybody.",
  notQuoted: "The story does not quote anybody of that name.",
  welcome:
    "I answer questions about a news story only in the story's own words: you ask, I show the passage, who says it and where it stands. If the story does not say, I tell you so.",
  help: [
    "Just write your question. I look for the passage that answers it and quote it word for word.",
    "/ask QUESTION – the same, as a command",
    '/check "QUOTATION" — NAME – is it in the story word for word, and who said it (also as a reply to a message)',
    "/timeline – when it was: every date in the story, in order",
    "/quotes, /quotes NAME – who says what, or what one of them says",
    "/people – who is named, with what the story says of them",
    "/story – what the story is, who published it, and where to read it",
    "/privacy – what I keep of what you write",
    "/help – this message",
  ],
  groupHelp: [
    "/ask and a question, or a reply to one of my answers: I quote the passage that answers it.",
    '/check "QUOTATION" — NAME, or as a reply to a message: is it in the story word for word, and who said it?',
    "Also: /timeline, /quotes, /people, /story",
  ],
  /** True with and without a file for declined questions. */
  privacy:
    "While I run I keep in memory what I need for our conversation, like your last question and my answers, under the number of your chat or account; when I stop, it is gone. A question that the story does not answer may be written down for the editor: its words alone, without name, chat or time, and not at all where they seem to hold an address, a long number or a handle.",
  terminalHelp: [
    "Write a question and press Enter; the story answers in its own words.",
    "help – this text",
    'check "QUOTATION" — NAME – is it in the story word for word, and who said it',
    "timeline – every date in the story, in order",
    "quotes, quotes NAME – who says what, or what one of them says",
    "people – who is named, with what the story says of them",
    "story – what the story is and where to read it",
    "quit – leave (Ctrl-D and Ctrl-C do the same)",
  ],
  tryAsking: "You could ask:",
  opening: "It begins:",
  cut: "… (cut here)",
  notClear: "the story does not make clear who",
  inferred: "(inferred from the sentences around it)",
  inBold: (who: string) => `in bold: ${who}`,
  lastSentences: (who: string, count: number) => `last ${several(count, "sentence")}: ${who}`,
  firstSentences: (who: string, count: number) => `first ${several(count, "sentence")}: ${who}`,
  inPart: (who: string) => `in part: ${who}`,
  context: "More context",
  lessContext: "Less context",
  noMoreContext: "There is no more to show here.",
  source: "Source",
  share: "Share",
  back: (position: number, of: number) => `‹ Back (${position} of ${of})`,
  next: (position: number, of: number) => `Next passage (${position} of ${of}) ›`,
  storyChanged: "The story has changed since this answer. Ask again, please.",
  changedSinceLink: "The story has changed since this link was made. Ask me about it, please.",
  storyGone: "I do not have this story any more.",
  theStory: (count: number) => (count === 1 ? "The story" : "The stories"),
  notFoundInline: "The story does not say that. Ask me in private",
  emptyGuest: (bot: string) => `Put your question behind my name: @${bot} and then what you want to know.`,
  unknownLink: "I do not know where this link should lead; here is what I do.",
  paragraph: (number: number, of: number) => `paragraph ${number} of ${of}`,
  ownWords: (publisher: string) => `${publisher}, in its own words`,
  length: (paragraphs: number, sentences: number) =>
    `${counted(paragraphs, "paragraph")}, ${counted(sentences, "sentence")}`,
  stories: (count: number) => `I know ${count} stories. Your questions search them all.`,
  whichStory: "Of which story?",
  earlier: ({ from, to }: { from: number; to: number }, of: number) => `‹ ${range(from, to)} of ${of}`,
  later: ({ from, to }: { from: number; to: number }, of: number) => `${range(from, to)} of ${of} ›`,
  moreStories: (count: number) => `… and ${count} more`,
  statementsOf: (name: string, count: number) => `${name} (${count})`,
  allPeople: "‹ All who are named",
  allStories: "‹ All stories",
} as const;

function several(count: number, what: string): string {
  return count === 1 ? what : counted(count, what);
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function range(from: number, to: number): string {
  return from === to ? String(from) : `${from}–${to}`;
}

/** What the bot is for, in Telegram's profile; at most 512 and 120 characters. */
export const PROFILE = {
  description:
    "I answer questions about a news story only in the story's own words: a quotation, who says it, where it stands, and a link. If the story does not say, I tell you so. Send me a question.",
  shortDescription: "Answers questions about a news story in the story's own words.",
} as const;
