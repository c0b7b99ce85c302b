/**
 * Whole numbers as English writes them: 25,000. By hand, since `Intl` reads its tables for the first one, which takes
 * 35 ms before the first cards.
 */
export const number = {
  format: (value: number) => String(Math.round(value)).replaceAll(/\B(?=(?:\d{3})+$)/g, ','),
}
