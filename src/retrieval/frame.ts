/**
 * What people put around a question and do not ask about. Each form is tried until none fits; `LONGEST` bounds the time.
 */
const OPENINGS: readonly RegExp[] = [
  /^[\s,.!?:;–—-]+/u,
  /^(?:hey|hi|hello|hallo|ok|okay|so|and|but|well|um+|uh+|please|pls|plz|sorry|thanks|hm+|yo|dear bot|bot)\b(?!['’-])/iu,
  /^(?:can|could|would|will) (?:you|u|anyone|anybody|someone|somebody) (?:please |pls )?(?:tell|show|explain to|remind|give|help) ?(?:me|us)?\b/iu,
  /^(?:can|could) (?:you|u|anyone) (?:please )?(?:explain|find|check)\b/iu,
  /^(?:do|does) (?:you|u|we|anyone|anybody|somebody|the (?:story|article|text)|it) (?:know|say|mention|tell|explain)(?: us| me)?(?: anything| something)?(?: about| on)?\b/iu,
  /^(?:i|we)(?: am|['’]?m| was| were| just| only| really)* (?:wondering|curious|asking|interested)(?: about| in)?\b/iu,
  /^(?:i|we)(?: just| only| really)* (?:want|wanted|need|would like|['’]?d like) to (?:know|ask|find out|understand)\b/iu,
  /^i (?:heard|read|think|guess|thought|understand)(?: that)?\b/iu,
  /^(?:just )?curious(?: about)?\b/iu,
  /^(?:just )?(?:tell|show) (?:me|us)(?: please)?(?: about)?\b/iu,
  /^is it (?:true|right|correct)(?: that)?\b/iu,
  /^(?:any idea|any news|do tell|quick question|what about|how about|according to the (?:story|article|text))\b/iu,
  /^(?:if|whether)\b/iu,
];

const CLOSINGS: readonly RegExp[] = [
  /[\s,;:–—-]+$/u,
  /,\s*(?:exactly|though|then|right)[\s?!.]*$/iu,
  /\b(?:please|pls|plz|thanks|thank you|thx|in (?:the|this) (?:story|article|text|news)|according to the (?:story|article|text))[\s?!.]*$/iu,
];

/** A question of so many characters is no longer chat around a question. */
const LONGEST = 500;

/** The question without what stands around it; the text itself where nothing would be left. */
export function withoutFrame(text: string): string {
  if (text.length > LONGEST) return text;
  let asked = text;
  for (let before = ""; before !== asked; ) {
    before = asked;
    for (const form of OPENINGS) asked = asked.replace(form, "").trimStart();
    for (const form of CLOSINGS) asked = asked.replace(form, "");
  }
  return /[\p{L}\p{N}]/u.test(asked) ? asked : text;
}
