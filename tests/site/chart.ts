/**
 * What cannot be read on a chart, one sentence each with its place in CSS pixels from the chart's corner: text too
 * small, outside the chart, on other text, on a box that it does not name, on a mark, or on the line of another path.
 * Works on the charts of pages and on pictures, in the browser. Text counts as large as its ink is, not its line height.
 */
export function illegible(chart: SVGSVGElement): string[] {
  interface Box {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }
  const frame = chart.getBoundingClientRect();
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) throw new Error('no canvas');

  const place = (box: Box): string =>
    `${(box.left - frame.left).toFixed(0)},${(box.top - frame.top).toFixed(0)}-${(box.right - frame.left).toFixed(0)},${(box.bottom - frame.top).toFixed(0)}`;
  const meet = (a: Box, b: Box): boolean =>
    Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.25 &&
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.25;
  const within = (a: Box, b: Box): boolean =>
    a.left >= b.left - 0.25 && a.right <= b.right + 0.25 && a.top >= b.top - 0.25 && a.bottom <= b.bottom + 0.25;

  const texts = [...chart.querySelectorAll<SVGTextElement>('text')].map((element) => {
    const matrix = element.getScreenCTM() ?? new DOMMatrix();
    const style = getComputedStyle(element);
    const size = parseFloat(style.fontSize) * matrix.a;
    const spacing = style.letterSpacing === 'normal' ? 0 : parseFloat(style.letterSpacing) * matrix.a;
    pen.font = `${style.fontStyle} ${style.fontWeight} ${String(size)}px ${style.fontFamily}`;
    pen.letterSpacing = `${String(spacing)}px`;
    const ink = pen.measureText(element.textContent);
    const start = element.getStartPositionOfChar(0);
    const [x, y] = [matrix.a * start.x + matrix.e, matrix.d * start.y + matrix.f];
    // The names of a box follow it.
    let before = element.previousElementSibling;
    while (before?.localName === 'text') before = before.previousElementSibling;
    const own: Element[] = [];
    for (; before?.localName === 'rect'; before = before.previousElementSibling)
      if (before.hasAttribute('rx')) own.push(before);
    return {
      says: element.textContent,
      size,
      own,
      path: element.closest('[data-path]'),
      box: {
        left: x - ink.actualBoundingBoxLeft,
        right: x + Math.max(ink.actualBoundingBoxRight - spacing, 0),
        top: y - ink.actualBoundingBoxAscent,
        bottom: y + ink.actualBoundingBoxDescent,
      },
    };
  });
  const plates = [...chart.querySelectorAll(':scope > rect[rx]')].map((element) => ({
    element,
    opaque: getComputedStyle(element).fill !== 'none',
    box: element.getBoundingClientRect(),
  }));
  const marks = [...chart.querySelectorAll('use, g[transform]')].map((element) => element.getBoundingClientRect());
  const lines = [...chart.querySelectorAll<SVGPathElement>('[data-path] path')].flatMap((element) => {
    const { fill, stroke, strokeWidth } = getComputedStyle(element);
    const matrix = element.getScreenCTM();
    const drawn = fill === 'none' && stroke !== 'none' && parseFloat(strokeWidth) < 10;
    if (!drawn || matrix === null || element.closest('[transform]')) return [];
    const length = element.getTotalLength();
    const points = Array.from({ length: Math.ceil(length / 1.5) + 1 }, (_, step) =>
      element.getPointAtLength(Math.min(length, step * 1.5)).matrixTransform(matrix),
    );
    return [{ path: element.closest('[data-path]'), reach: (parseFloat(strokeWidth) * matrix.a) / 2, points }];
  });

  return texts.flatMap((text, index) => {
    const found: string[] = [];
    const { box } = text;
    if (text.size < 10.995) found.push(`has ${text.size.toFixed(2)} px`);
    if (!within(box, frame)) found.push('leaves the chart');
    for (const other of texts.slice(index + 1))
      if (meet(box, other.box)) found.push(`lies on the text "${other.says}" at ${place(other.box)}`);
    for (const plate of plates) {
      if (text.own.includes(plate.element)) {
        if (!within(box, plate.box)) found.push(`leaves its own box at ${place(plate.box)}`);
      } else if (meet(box, plate.box)) found.push(`lies on the box at ${place(plate.box)}`);
    }
    for (const mark of marks) if (meet(box, mark)) found.push(`lies on the mark at ${place(mark)}`);
    const onOpaque = plates.some(({ element, opaque }) => opaque && text.own.includes(element));
    for (const line of onOpaque ? [] : lines) {
      if (line.path === text.path) continue;
      const hit = line.points.find(
        ({ x, y }) =>
          Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)) < line.reach,
      );
      if (hit)
        found.push(
          `lies on the line of ${line.path?.getAttribute('data-path') ?? '?'} at ${(hit.x - frame.left).toFixed(0)},${(hit.y - frame.top).toFixed(0)}`,
        );
    }
    return found.map((finding) => `"${text.says}" at ${place(box)} ${finding}`);
  });
}
