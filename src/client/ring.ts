/** The edges of a chart in the order of the clock, starting at the top, by the middle of what they draw. */
export function clockwise<T extends SVGGraphicsElement>(edges: readonly T[]): T[] {
  const chart = edges[0]?.ownerSVGElement;
  const view = chart?.viewBox.baseVal;
  const [cx, cy] = [(view?.x ?? 0) + (view?.width ?? 0) / 2, (view?.y ?? 0) + (view?.height ?? 0) * 0.45];
  const bearing = (edge: T): number => {
    const { x, y, width, height } = edge.getBBox();
    return (Math.atan2(x + width / 2 - cx, cy - y - height / 2) + 2 * Math.PI) % (2 * Math.PI);
  };
  return edges
    .map((edge) => ({ edge, at: bearing(edge) }))
    .sort((a, b) => a.at - b.at)
    .map(({ edge }) => edge);
}

/** Where an arrow key leads in a ring of edges; `undefined` for other keys. @example step('ArrowRight', 2, 3) → 0 */
export function step(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'ArrowRight':
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowLeft':
    case 'ArrowUp':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
