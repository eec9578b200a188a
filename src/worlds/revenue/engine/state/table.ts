type Column = Float64Array | Int32Array | Int16Array | Uint16Array | Uint8Array;
interface Maker<C extends Column> {
  new (memory: ArrayBuffer, at: number, length: number): C;
  readonly BYTES_PER_ELEMENT: number;
}

/**
 * Columns begin at multiples of this many bytes, and leave as many between them: a line of the processor's
 * cache.
 */
const LINE_BYTES = 64;

/**
 * A table of columns, one behind the other in one piece of memory, and of single numbers. A subclass declares
 * each as a field, once: its allocation, reset, copy and growth follow from that. Make tables by {@link
 * makeTable}.
 *
 * Fields, and not keys of a plain object: V8 then knows the type of every column, and checks none in the
 * daily loop.
 *
 * @example
 * class Chairs extends Table { quotaUsd = this.f64(50000); workHead = this.i32(-1); seats = this.whole(0); }
 */
export abstract class Table {
  private memory: ArrayBuffer;
  private readonly rows: number;
  /** Where the next column begins. */
  private at = 0;
  /** What the columns hold at first; undefined where their owner writes every row. */
  private image: Uint8Array | undefined;
  private bytes: Uint8Array;
  private hasInitial = false;
  private columns: readonly string[] = [];
  /** Of each single number, in order, whether it need not be whole. */
  private readonly areReal: boolean[] = [];
  private scalars: readonly (readonly [name: string, initial: number | boolean])[] = [];

  constructor(memory: ArrayBuffer, rows: number) {
    this.memory = memory;
    this.bytes = new Uint8Array(memory);
    this.rows = rows;
  }

  /** Columns by type. With `isSetByOwner` rows are written when they are made. */
  protected f64(initial = 0, isSetByOwner = false): Float64Array {
    return this.column(Float64Array, initial, isSetByOwner);
  }

  protected i32(initial = 0, isSetByOwner = false): Int32Array {
    return this.column(Int32Array, initial, isSetByOwner);
  }

  protected i16(initial = 0, isSetByOwner = false): Int16Array {
    return this.column(Int16Array, initial, isSetByOwner);
  }

  protected u16(initial = 0, isSetByOwner = false): Uint16Array {
    return this.column(Uint16Array, initial, isSetByOwner);
  }

  protected u8(initial = 0, isSetByOwner = false): Uint8Array {
    return this.column(Uint8Array, initial, isSetByOwner);
  }

  /**
   * Single numbers: any, which V8 keeps as a double from the beginning, and whole ones that index columns.
   */
  protected real(initial: number): number {
    this.areReal.push(true);
    return initial;
  }

  protected whole(initial: number): number {
    this.areReal.push(false);
    return initial;
  }

  /** Gives everything its initial value, but columns whose rows their owner writes. */
  reset(): void {
    const into = this as unknown as Record<string, number | boolean>;
    for (let n = 0; n < this.scalars.length; n++) into[this.scalars[n][0]] = this.scalars[n][1];
    if (this.image !== undefined) this.bytes.set(this.image);
  }

  /** Takes over everything from another table of the same size, or the first rows of every column. */
  copyFrom(other: this, rows?: number): void {
    const into = this as unknown as Record<string, Column>;
    const from = other as unknown as Record<string, Column>;
    for (const [name] of this.scalars) into[name] = from[name];
    if (rows === undefined) this.bytes.set(other.bytes);
    else for (const name of this.columns) into[name].set(from[name].subarray(0, rows));
  }

  /** Makes every column longer; what they hold stays. */
  grow(rows: number): void {
    const fields = this as unknown as Record<string, Column>;
    const before = this.columns.map((name) => fields[name]);
    this.memory = new ArrayBuffer(
      before.reduce((size, column) => size + aligned(column.BYTES_PER_ELEMENT, rows), 0),
    );
    this.bytes = new Uint8Array(this.memory);
    let at = 0;
    this.columns.forEach((name, c) => {
      const make = before[c].constructor as Maker<Column>;
      fields[name] = new make(this.memory, at, rows);
      fields[name].set(before[c]);
      at += aligned(make.BYTES_PER_ELEMENT, rows);
    });
  }

  /** Bytes that a table like this one takes with so many rows; for {@link makeTable}. */
  sizeWith(rows: number): number {
    return this.fields().reduce(
      (size, [, value]) =>
        size + (ArrayBuffer.isView(value) ? aligned((value as Column).BYTES_PER_ELEMENT, rows) : 0),
      0,
    );
  }

  /** Notes the declaration, once all fields are there; for {@link makeTable}. */
  declare(): void {
    const fields = this as unknown as Record<string, unknown>;
    const own = this.fields();
    this.columns = own.flatMap(([name, value]) => (ArrayBuffer.isView(value) ? [name] : []));
    this.scalars = own.flatMap(([name, value]) =>
      typeof value === 'number' || typeof value === 'boolean' ? [[name, value] as const] : [],
    );
    if (this.hasInitial) this.image = this.bytes.slice();
    const numbers = this.scalars.filter(([, value]) => typeof value === 'number');
    numbers.forEach(([name, value], n) => {
      // The field of a number that was not whole once holds doubles.
      if (this.areReal[n]) fields[name] = 0.5;
      fields[name] = value;
    });
  }

  /** Fields of the subclass. */
  private fields(): [name: string, value: unknown][] {
    return Object.entries(this).filter(([name]) => !OWN_FIELDS.has(name));
  }

  private column<C extends Column>(make: Maker<C>, initial: number, isSetByOwner: boolean): C {
    // Without rows there is no memory to stand in.
    const column = new make(this.memory, this.rows === 0 ? 0 : this.at, this.rows);
    this.at += aligned(make.BYTES_PER_ELEMENT, this.rows);
    if (initial !== 0) column.fill(initial);
    if (!isSetByOwner) this.hasInitial = true;
    return column;
  }
}

const OWN_FIELDS: ReadonlySet<string> = new Set([
  'memory',
  'rows',
  'at',
  'image',
  'bytes',
  'hasInitial',
  'columns',
  'scalars',
  'areReal',
]);

/**
 * Bytes from the beginning of a column to that of the next. Columns of a power of two would otherwise have
 * equal rows in the same lines of the cache, and drive each other out.
 */
function aligned(elementBytes: number, rows: number): number {
  return (Math.ceil((elementBytes * rows) / LINE_BYTES) + 1) * LINE_BYTES;
}

/** A table with so many rows, everything at its initial value. */
export function makeTable<T extends Table>(kind: new (memory: ArrayBuffer, rows: number) => T, rows = 0): T {
  const size = new kind(new ArrayBuffer(0), 0).sizeWith(rows);
  const table = new kind(new ArrayBuffer(size), rows);
  table.declare();
  return table;
}
