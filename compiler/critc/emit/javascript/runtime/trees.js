/** The clauses of a criterion, built when they are needed. */

/** The clauses of a criterion or a definition; they are built when they are first asked for. */
export class Tree {
  #root = null;

  /** @param {() => Clause} build makes the outermost clause */
  constructor(build) {
    this.build = build;
  }

  /** The outermost clause. */
  root() {
    this.#root ??= this.build();
    return this.#root;
  }
}
