/**
 * Freezes data with everything in it, so that nobody who receives it can change what others see.
 *
 * @returns the same object
 * @example frozen({ list: [1] }).list.push(2) // TypeError
 */
export function frozen<T>(data: T): T {
  if (typeof data === 'object' && data !== null && !Object.isFrozen(data) && !ArrayBuffer.isView(data)) {
    Object.freeze(data);
    for (const value of Object.values(data)) frozen(value);
  }
  return data;
}
