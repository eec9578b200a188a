import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NewtonStep } from '../../../src/people/solver/newtonStep.ts';

const SIZE = 5;
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test('one Newton step finds the maximum of a concave quadratic, with or without a linear constraint', () => {
  fc.assert(
    fc.property(
      fc.record({
        used: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 1 }),
        root: fc.array(number(-2, 2), { minLength: SIZE * SIZE, maxLength: SIZE * SIZE }),
        gradient: fc.array(number(-3, 3), { minLength: SIZE, maxLength: SIZE }),
        widths: fc.array(number(0.01, 0.3), { minLength: SIZE, maxLength: SIZE }),
        hours: fc.array(fc.constantFrom(0, 1, 40), { minLength: SIZE, maxLength: SIZE }),
        bound: fc.boolean(),
      }),
      ({ used, root, gradient, widths, hours, bound }) => {
        // f(x) = g'x - 1/2 x'Bx with B = RR' + 1, which is concave.
        const curve = (i: number, j: number) =>
          [0, 1, 2, 3, 4].reduce((sum, k) => sum + root[i * SIZE + k] * root[j * SIZE + k], i === j ? 1 : 0);
        const slope = (x: readonly number[], i: number) =>
          gradient[i] - x.reduce((sum, value, j) => sum + curve(i, j) * value, 0);
        const value = (x: readonly number[]) =>
          x.reduce(
            (sum, a, i) => sum + a * gradient[i] - 0.5 * a * x.reduce((s, b, j) => s + curve(i, j) * b, 0),
            0,
          );
        const at = (moves: Readonly<Record<number, number>>) => [0, 1, 2, 3, 4].map((k) => moves[k] ?? 0);
        const newton = new NewtonStep(SIZE);
        newton.start(bound ? Float64Array.from(hours) : undefined);
        for (const k of used) newton.add(k, widths[k]);
        used.forEach((k, i) => {
          const h = widths[k];
          newton.setOwn(i, value(at({ [k]: h })), value(at({ [k]: -h })));
          used.slice(0, i).forEach((other, j) => {
            newton.setCross(i, j, slope(at({ [k]: h }), other));
          });
        });
        expect(newton.solve()).toBe(true);
        const x = at(Object.fromEntries(used.map((k, i) => [k, newton.step[i]])));
        const isPlane = bound && used.some((k) => hours[k] > 0);
        if (!isPlane) {
          for (const k of used) expect(Math.abs(slope(x, k))).toBeLessThan(1e-6);
          return;
        }
        // On the plane total hours are unchanged, and slopes are proportional to hours.
        expect(Math.abs(used.reduce((sum, k) => sum + hours[k] * x[k], 0))).toBeLessThan(1e-6);
        const squares = used.reduce((sum, k) => sum + hours[k] * hours[k], 0);
        const price = used.reduce((sum, k) => sum + slope(x, k) * hours[k], 0) / squares;
        for (const k of used) expect(Math.abs(slope(x, k) - price * hours[k])).toBeLessThan(1e-5);
      },
    ),
    { seed: 51, numRuns: 500 },
  );
});

test('a function that is not concave gives no Newton step', () => {
  const newton = new NewtonStep(2);
  newton.start(undefined);
  newton.add(0, 0.1);
  newton.setOwn(0, 0.1, 0.2);
  expect(newton.solve()).toBe(false);
});
