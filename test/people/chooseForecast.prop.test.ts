import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chooseForecast } from '../../src/people/chooseForecast.ts';
import { certaintyEquivalent } from '../../src/plans/certaintyEquivalent.ts';
import { forecastMenuCurve } from '../../src/plans/forecastMenu.ts';

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

test('no other forecast has a higher certainty equivalent, whatever the rates, uncertainty and risk aversion', () => {
  fc.assert(
    fc.property(
      number(0, 0.2),
      number(0.005, 0.2),
      number(0.005, 0.3),
      number(1e3, 3e4),
      fc.constantFrom(0, 1e-6, 1e-5, 1e-4, 1e-3),
      (above, step, further, sd, r) => {
        const menu = {
          aboveRateShare: above,
          forecastRateShare: above + step,
          shortfallRateShare: above + step + further,
        };
        const mean = 50_000;
        const worth = (forecast: number) =>
          certaintyEquivalent(forecastMenuCurve(menu, forecast), mean, sd, r);
        const best = worth(chooseForecast(menu, mean, sd, r));
        for (let z = -8; z <= 8; z += 0.05)
          expect(worth(mean + z * sd)).toBeLessThanOrEqual(best + 1e-7 * (Math.abs(best) + sd));
      },
    ),
    { seed: 9, numRuns: 200 },
  );
});

test('risk aversion lowers the forecast', () => {
  const menu = { aboveRateShare: 0.05, forecastRateShare: 0.1, shortfallRateShare: 0.15 };
  expect(chooseForecast(menu, 50_000, 20_000)).toBeCloseTo(50_000, 6);
  const careful = chooseForecast(menu, 50_000, 20_000, 1e-4);
  expect(careful).toBeLessThan(49_000);
  expect(chooseForecast(menu, 50_000, 20_000, 1e-3)).toBeLessThan(careful);
});

test('menu rates under which the optimal forecast is unbounded are refused', () => {
  expect(() =>
    chooseForecast({ aboveRateShare: 0.1, forecastRateShare: 0.1, shortfallRateShare: 0.2 }, 1, 1),
  ).toThrow(RangeError);
  expect(() =>
    chooseForecast({ aboveRateShare: 0.1, forecastRateShare: 0.2, shortfallRateShare: 0.2 }, 1, 1),
  ).toThrow(RangeError);
});
