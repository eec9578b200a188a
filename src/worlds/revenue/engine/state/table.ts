type Column = Float64Array | Int32Array | Int16Array | Uint16Array | Uint8Array;
interface Maker<C extends Column> {
  new (memory: ArrayBuffer, at: number, length: number): C;
  readonly BYTES_PER_ELEMENT: number;
}

/** Size of a processor's cache line, in bytes: alignment of columns and padding between them. */
const LINE_BYTES = 64;

/**
 * A table of columns, stored one after another in one buffer, and of scalars. A subclass declares each as a
 * field, once; allocation, reset, copy and growth follow from that. Create tables with {@link makeTable}.
 *
 * Columns are fields, not keys of a plain object, so that V8 knows the type of every column and checks none
 * in the daily loop.
 *
 * @example
 * class Chairs extends Table { quotaUsd = this.f64(50000); workHead = this.i32(-1); seats = this.whole(0); }
 */
export abstract class Table {
  private memory: ArrayBuffer;
  private readonly rows: number;
  /** Offset of the next column. */
  private at = 0;
  /** Initial contents of all columns; undefined if every column is set by the owner. */
  private image: Uint8Array | undefined;
  private bytes: Uint8Array;
  private hasInitial = false;
  private columns: readonly string[] = [];
  /** For each scalar, in order, whether it may be fractional. */
  private readonly areReal: boolean[] = [];
  private scalars: readonly (readonly [name: string, initial: number | boolean])[] = [];

  constructor(memory: ArrayBuffer, rows: number) {
    this.memory = memory;
    this.bytes = new Uint8Array(memory);
    this.rows = rows;
  }

  /** Columns by type. With `isSetByOwner`, the owner writes the rows, and the column needs no reset. */
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

  /** Scalars: real numbers, which V8 stores as doubles from the start, and integers, which index columns. */
  protected real(initial: number): number {
    this.areReal.push(true);
    return initial;
  }

  protected whole(initial: number): number {
    this.areReal.push(false);
    return initial;
  }

  /** Resets scalars and columns to their initial values; no column if all of them are set by the owner. */
  reset(): void {
    const into = this as unknown as Record<string, number | boolean>;
    for (let n = 0; n < this.scalars.length; n++) into[this.scalars[n][0]] = this.scalars[n][1];
    if (this.image !== undefined) this.bytes.set(this.image);
  }

  /** Copies everything from another table of the same size, or the first rows of every column. */
  copyFrom(other: this, rows?: number): void {
    const into = this as unknown as Record<string, Column>;
    const from = other as unknown as Record<string, Column>;
    for (const [name] of this.scalars) into[name] = from[name];
    if (rows === undefined) this.bytes.set(other.bytes);
    else for (const name of this.columns) into[name].set(from[name].subarray(0, rows));
  }

  /** Lengthens every column and keeps its contents. Only for tables whose columns the owner all sets. */
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

  /** Bytes that a table like this one takes with this many rows; for {@link makeTable}. */
  sizeWith(rows: number): number {
    return this.fields().reduce(
      (size, [, value]) =>
        size + (ArrayBuffer.isView(value) ? aligned((value as Column).BYTES_PER_ELEMENT, rows) : 0),
      0,
    );
  }

  /** Records the declaration, once all fields exist; for {@link makeTable}. */
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
      // A field that once held a fraction is stored as a double.
      if (this.areReal[n]) fields[name] = 0.5;
      fields[name] = value;
    });
  }

  /** Fields of the subclass. */
  private fields(): [name: string, value: unknown][] {
    return Object.entries(this).filter(([name]) => !OWN_FIELDS.has(name));
  }

  private column<C extends Column>(make: Maker<C>, initial: number, isSetByOwner: boolean): C {
    // The buffer may be empty if there are no rows, so all columns start at 0.
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
 * Bytes from the start of one column to the next. Without the extra line, equal rows of power-of-two columns
 * would share cache sets and evict one another.
 */
function aligned(elementBytes: number, rows: number): number {
  return (Math.ceil((elementBytes * rows) / LINE_BYTES) + 1) * LINE_BYTES;
}

/** Creates a table with this many rows, everything at its initial value. */
export function makeTable<T extends Table>(kind: new (memory: ArrayBuffer, rows: number) => T, rows = 0): T {
  const size = new kind(new ArrayBuffer(0), 0).sizeWith(rows);
  const table = new kind(new ArrayBuffer(size), rows);
  table.declare();
  return table;
}
