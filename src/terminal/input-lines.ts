/**
 * The lines of a stream of UTF-8 text, as they come. Only LF and CRLF end a line: a lone CR or U+2028 belongs to it.
 * What stands after the last line end is a line where it is not empty.
 */
export async function* inputLines(stream: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let waiting: string[] = [];
  for await (const chunk of stream) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const [continuation = "", ...starts] = text.split("\n");
    waiting.push(continuation);
    for (const start of starts) {
      yield withoutReturn(waiting.join(""));
      waiting = [start];
    }
  }
  const rest = waiting.join("") + decoder.decode();
  if (rest !== "") yield rest;
}

function withoutReturn(line: string): string {
  return line.endsWith("\r") ? line.slice(0, -1) : line;
}
