/** One server-sent event. */
export interface ServerSent {
  readonly event: string;
  readonly data: string;
}

/** Characters of a line, and of an event, beyond which whoever sends them means us no good. */
const longest = 4096;

/**
 * Puts server-sent events together from a stream's pieces of text, wherever those were cut
 * (https://html.spec.whatwg.org/multipage/server-sent-events.html). Of their fields `event` and `data` are ours.
 */
export class EventLines {
  #rest = '';
  #event = '';
  #data: string[] = [];

  /** The events that this piece completes. Throws a `RangeError` at a line or an event that is too long. */
  push(text: string): ServerSent[] {
    const lines = (this.#rest + text).split(/\r\n|\n|\r(?!$)/);
    this.#rest = lines.pop() ?? '';
    if (this.#rest.length > longest) throw tooLong();
    return lines.flatMap((line) => this.#take(line));
  }

  #take(line: string): ServerSent[] {
    if (line === '') return this.#complete();
    const [, field, value = ''] = /^([^:]+)(?:: ?(.*))?$/s.exec(line) ?? [];
    if (field === 'event') this.#event = value;
    if (field === 'data') this.#data.push(value);
    if (line.length > longest || this.#data.join('').length > longest) throw tooLong();
    return [];
  }

  #complete(): ServerSent[] {
    const sent = { event: this.#event || 'message', data: this.#data.join('\n') };
    const isEvent = this.#data.length > 0;
    this.#event = '';
    this.#data = [];
    return isEvent ? [sent] : [];
  }
}

const tooLong = (): RangeError => new RangeError('An event of this stream is too long.');
