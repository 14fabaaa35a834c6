import { arc } from 'd3-shape';
import { MARKS } from './marks.ts';

/** The marks as symbols that a page defines once. */
export function symbols(): string {
  return Object.entries(MARKS)
    .map(
      ([name, shapes]) =>
        `<g id="m-${name}">${shapes.map(([style, element]) => `<${element} class="c-${style}"/>`).join('')}</g>`,
    )
    .join('')
    .concat(`<g id="m-rim">${rim()}</g>`);
}

/** The rim of a seal: short teeth around two circles. */
function rim(): string {
  const tooth = arc<number>()
    .innerRadius(19)
    .outerRadius(21.5)
    .startAngle((index) => (index / 28) * 2 * Math.PI)
    .endAngle((index) => (index / 28) * 2 * Math.PI + 0.1)
    .digits(1);
  const teeth = Array.from({ length: 28 }, (_, index) => tooth(index) ?? '').join('');
  return `<path class="c-solid" d="${teeth}"/><circle class="c-rim" r="18"/><circle class="c-rim" r="15"/>`;
}
