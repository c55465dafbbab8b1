/** An event of a stream; `event` is its type, `message` by default. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
}

/** The most characters of a line and of an event, so that a stream can't fill the memory. */
const maxChars = 4096;

/**
 * Parses server-sent events from chunks of text, wherever those were cut
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). Ignores all fields but `event` and `data`.
 */
export class EventStreamParser {
  #incompleteLine = '';
  #event = '';
  #data: string[] = [];

  /** The events that this chunk completes. Throws a `RangeError` at a line or an event that is too long. */
  push(text: string): ServerSentEvent[] {
    const lines = (this.#incompleteLine + text).split(/\r\n|\n|\r(?!$)/);
    this.#incompleteLine = lines.pop() ?? '';
    if (this.#incompleteLine.length > maxChars) throw tooLongError();
    return lines.flatMap((line) => this.#parseLine(line));
  }

  #parseLine(line: string): ServerSentEvent[] {
    if (line === '') return this.#endEvent();
    const [, field, value = ''] = /^([^:]+)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'event') this.#event = value;
    if (field === 'data') this.#data.push(value);
    if (line.length > maxChars || this.#data.join('').length > maxChars) throw tooLongError();
    return [];
  }

  #endEvent(): ServerSentEvent[] {
    const sent = { event: this.#event || 'message', data: this.#data.join('\n') };
    const isEvent = this.#data.length > 0;
    this.#event = '';
    this.#data = [];
    return isEvent ? [sent] : [];
  }
}

const tooLongError = (): RangeError => new RangeError('An event of this stream is too long.');
