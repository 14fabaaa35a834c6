import { symbol, symbolCross, symbolDiamond, symbolSquare, symbolTimes, symbolTriangle } from 'd3-shape';
import type { Change } from '../model/types.ts';

export type Stage = Change['stage'];

const shape = (type: Parameters<typeof symbol>[0], size: number): string => symbol(type, size).digits(1)() ?? '';

/** How the stages look: by shape first. A life from hollow to full is a circle, its end points down or is crossed out. */
const SHAPES: Readonly<Record<Stage, string>> = {
  alpha: '<circle r="5.5" class="tl-open"/>',
  beta: '<circle r="5.5" class="tl-open"/><path d="M0-5.5A5.5 5.5 0 0 0 0 5.5Z" class="tl-full"/>',
  stable: '<circle r="6.2" class="tl-full"/>',
  default: `<path d="${shape(symbolDiamond, 72)}" class="tl-full"/>`,
  deprecated: `<path d="${shape(symbolTriangle, 62)}" transform="rotate(180)" class="tl-open"/>`,
  removed: `<path d="${shape(symbolTimes, 110)}" class="tl-cut"/>`,
  behaviour: `<path d="${shape(symbolSquare, 81)}" class="tl-open"/>`,
  fix: `<path d="${shape(symbolCross, 72)}" class="tl-full"/>`,
};

export const STAGES = Object.keys(SHAPES) as readonly Stage[];

/** The id of a stage's symbol. */
export function stageMark(stage: Stage): string {
  return `stage-${stage}`;
}

/** The symbols of all stages, which a page defines once. */
export function stageSymbols(): string {
  return STAGES.map((stage) => `<g id="${stageMark(stage)}" class="tl-${stage}">${SHAPES[stage]}</g>`).join('');
}
