import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';

export const FACTS = ['transport', 'client-authentication', 'server-authentication', 'authorization'] as const;

/** The edge of a path on the arrangement of the map that is in sight. */
export function edge(where: Page | FrameLocator, path: string): Locator {
  return where.locator(`svg[data-diagram] a[data-path="${path}"]`).filter({ visible: true });
}

export function panel(where: Page | FrameLocator, path: string): Locator {
  return where.locator(`[data-panel][data-path="${path}"]`);
}

/** Expects the panel of this path, and no other, to show its four facts. */
export async function expectPanel(where: Page | FrameLocator, path: string): Promise<void> {
  await expect(where.locator('[data-panel]').filter({ visible: true })).toHaveCount(1);
  await expect(panel(where, path)).toBeVisible();
  for (const fact of FACTS) await expect(panel(where, path).locator(`[data-fact="${fact}"]`)).toBeVisible();
}

/** Scrolls an edge into the window and gives a point on its line, in the window, where the mouse meets it. */
export async function reach(target: Locator): Promise<{ x: number; y: number }> {
  const point = await target.evaluate((edge: SVGGElement) => {
    edge.scrollIntoView({ block: 'center', behavior: 'instant' });
    const lines = [...edge.querySelectorAll<SVGPathElement>('path:not([transform])')].flatMap((line) => {
      const matrix = line.getScreenCTM();
      if (!matrix) return [];
      const length = line.getTotalLength();
      return Array.from({ length: 40 }, (_, step) =>
        line.getPointAtLength((length * (step + 0.5)) / 40).matrixTransform(matrix),
      );
    });
    const words = [...edge.querySelectorAll('text')].map((word) => {
      const { x, y, width, height } = word.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    });
    const meets = (x: number, y: number): boolean => document.elementFromPoint(x, y)?.closest('a[data-path]') === edge;
    const free = [...lines, ...words].filter(({ x, y }) =>
      [-2, 0, 2].every((by) => meets(x + by, y) && meets(x, y + by)),
    );
    const middle = free[Math.floor(free.length / 2)];
    return middle ? { x: middle.x, y: middle.y } : null;
  });
  if (point === null) throw new Error(`The mouse cannot meet ${String(target)} anywhere.`);
  const handle = await target.elementHandle();
  const frame = await handle.ownerFrame();
  const around = frame?.parentFrame() ? await (await frame.frameElement()).boundingBox() : null;
  return { x: point.x + (around?.x ?? 0), y: point.y + (around?.y ?? 0) };
}

/** Clicks an edge on its line, as a visitor would, and not in the middle of its box. */
export async function click(target: Locator): Promise<void> {
  const { x, y } = await reach(target);
  await target.page().mouse.click(x, y);
}
