/** Work that waits until the page has answered, done in pieces that no one notices. */

/** How long a piece may take, in milliseconds; a frame has 16. */
const PIECE = 6;

/** One work at a time: a new one takes the place of one that is not done. */
export class Later {
  #work = null;
  #timer = 0;

  /** @param {Iterator} work each step is done without a pause */
  run(work) {
    this.#work = work;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#piece());
  }

  #piece() {
    const work = this.#work;
    const end = performance.now() + PIECE;
    while (performance.now() < end) {
      if (work.next().done) return;
      if (work !== this.#work) return; // A step has begun another work.
    }
    this.#timer = setTimeout(() => this.#piece());
  }
}
