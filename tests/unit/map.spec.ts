import { expect, test } from '@playwright/test';
import type { Arrangement } from '../../src/diagram/arrangement.ts';
import { between, crossing, inside, type Box, type Point } from '../../src/diagram/geometry.ts';
import { settle } from '../../src/diagram/labels.ts';
import { layout } from '../../src/diagram/layout.ts';
import { textWidth } from '../../src/diagram/measure.ts';
import { tall } from '../../src/diagram/tall.ts';
import { wide } from '../../src/diagram/wide.ts';
import { mapWords } from '../../src/diagram/words.ts';
import { languages } from '../../src/i18n/languages.ts';
import { assemble } from '../../src/model/assemble.ts';
import type { Position } from '../../src/model/types.ts';
import type { Posture } from '../../src/posture/posture.ts';
import { read } from '../../src/site/content.ts';
import { pageMap, picture } from '../../src/site/map-view.ts';
import { OPENING, postureOf, View } from '../../src/site/view.ts';
import { elements, having, parse, textOf, type Element } from './xml.ts';

// Read without judging it, so that a mistake in the words fails these tests one by one, not the whole run.
const { model } = assemble(read('content').files, languages);
const scenarios = Object.keys(model.scenarios);
const arrangements: readonly Arrangement[] = [wide, tall];
const POSITIONS: readonly Position[] = ['moat', 'node-network', 'pod'];
const views = languages.map((language) => new View(language));
const english = new View('en');

/** The verdict that each edge of a drawing shows, with its remainder. */
function shown(drawing: Element): Record<string, string> {
  return Object.fromEntries(
    having(drawing, 'data-path').map(({ attributes }) => [
      attributes['data-path'] ?? '',
      `${attributes['data-verdict'] ?? ''} ${attributes['data-remainder'] ?? ''}`.trim(),
    ]),
  );
}

/** The verdict of each path as the posture has it, in the same form. */
function judged(scenario: string): Record<string, string> {
  return Object.fromEntries(
    Object.values(postureOf(scenario).paths).map(({ path, verdict, remainder }) => [
      path,
      `${verdict} ${remainder?.verdict ?? ''}`.trim(),
    ]),
  );
}

test.describe('the map in a page', () => {
  for (const arrangement of arrangements)
    test(`links every path to its details, with its verdict (${arrangement.id})`, () => {
      for (const view of views) {
        const drawing = parse(pageMap(view, arrangement));
        expect(drawing.attributes['data-diagram']).toBe(arrangement.id);
        const edges = having(drawing, 'data-path');
        expect(edges.map(({ name }) => name)).toEqual(edges.map(() => 'a'));
        expect(edges.map(({ attributes }) => attributes['data-path']).sort()).toEqual(Object.keys(model.paths).sort());
        expect(shown(drawing)).toEqual(judged(OPENING));
        for (const edge of edges) {
          const path = edge.attributes['data-path'] ?? '';
          const [title] = elements(edge);
          expect(edge.attributes['href']).toBe(`#${path}`);
          expect(title?.name).toBe('title');
          expect(textOf(title!)).toContain(view.words.paths[path]?.label);
          expect(textOf(title!)).toContain(view.t(`verdict.${postureOf(OPENING).paths[path]!.verdict}`));
        }
      }
    });

  test('marks the current path, and no other', () => {
    for (const arrangement of arrangements) {
      const drawing = parse(pageMap(english, arrangement, 'apiserver-to-kubelet'));
      const current = having(drawing, 'aria-current').map(({ attributes }) => attributes['data-path']);
      expect(current).toEqual(['apiserver-to-kubelet']);
      expect(having(parse(pageMap(english, arrangement)), 'aria-current')).toEqual([]);
    }
  });

  test('names itself by ids that the other arrangement does not use', () => {
    const ids = arrangements.flatMap((arrangement) => {
      const drawing = parse(pageMap(english, arrangement));
      const own = having(drawing, 'id').map(({ attributes }) => attributes['id'] ?? '');
      expect(drawing.attributes['aria-labelledby']?.split(' ')).toEqual(own);
      return own;
    });
    expect(new Set(ids).size).toBe(ids.length);
  });
});

/** Paths that are drawn although they are absent, or are not although they exist. */
function mute(drawing: Element): string[] {
  return having(drawing, 'data-path').flatMap((edge) => {
    const bare = having(edge, 'data-hop').length === 0;
    return bare === (edge.attributes['data-verdict'] === 'absent') ? [] : [edge.attributes['data-path'] ?? ''];
  });
}

for (const scenario of scenarios)
  test.describe(scenario, () => {
    const drawn = () =>
      arrangements.map((arrangement) => ({
        arrangement,
        drawing: parse(picture(english, arrangement, scenario, 'light')),
        plan: layout(model, postureOf(scenario), arrangement),
      }));

    test('both arrangements show every path with the verdict of the posture', () => {
      for (const { drawing } of drawn()) expect(shown(drawing)).toEqual(judged(scenario));
    });

    test('a path that exists shows its hops, an absent one none', () => {
      for (const { arrangement, drawing } of drawn()) expect(mute(drawing), arrangement.id).toEqual([]);
    });

    test('no two plates overlap, and none leaves the drawing', () => {
      for (const { arrangement, plan } of drawn()) {
        const plates = [...plan.plates, { component: 'hub', box: arrangement.hub }];
        const meeting = plates.flatMap((one, index) =>
          plates
            .slice(index + 1)
            .filter((other) => overlap(one.box, other.box))
            .map((other) => `${one.component}, ${other.component}`),
        );
        const outside = plates.filter(
          ({ box }) =>
            box.x - box.w / 2 < 0 ||
            box.x + box.w / 2 > arrangement.width ||
            box.y - box.h / 2 < 0 ||
            box.y + box.h / 2 > arrangement.height,
        );
        expect(meeting, arrangement.id).toEqual([]);
        expect(
          outside.map(({ component }) => component),
          arrangement.id,
        ).toEqual([]);
      }
    });
  });

function overlap(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < (a.w + b.w) / 2 && Math.abs(a.y - b.y) < (a.h + b.h) / 2;
}

test('layout(posture) gives every end of a path that exists a plate', () => {
  for (const arrangement of arrangements)
    for (const scenario of scenarios) {
      const { plates } = layout(model, postureOf(scenario), arrangement);
      const drawn = plates.flatMap(({ component }) => arrangement.groups[component] ?? [component]);
      const ends = Object.values(model.paths).flatMap(({ id, from, to }) =>
        postureOf(scenario).paths[id]?.verdict === 'absent' ? [] : [...from, ...to],
      );
      // Whoever asks from the host itself has no name of its own: its road starts at a ring.
      const named = ends.filter((end) => !model.components[end]?.hub && end !== 'control-plane-host');
      expect(drawn, `${arrangement.id}, ${scenario}`).toEqual(expect.arrayContaining(named));
    }
});

test('layout(posture) lays every bridge from shore to shore', () => {
  for (const scenario of scenarios)
    for (const arrangement of arrangements)
      for (const { stretches } of layout(model, postureOf(scenario), arrangement).paths)
        for (const { bridge, points } of stretches) {
          if (!bridge) continue;
          const [start, end] = [points[0]!, points.at(-1)!];
          const shores = [crossing(arrangement.inner, start, end), crossing(arrangement.outer, start, end)];
          const far = bridge.map((at) =>
            Math.min(...shores.map((shore) => Math.hypot(at[0] - shore[0], at[1] - shore[1]))),
          );
          expect(Math.max(...far)).toBeLessThan(0.5);
          expect(between(bridge[0], bridge[1], 0.5)).not.toEqual(bridge[0]);
        }
});

test('layout(posture) keeps every plate in its place, whatever the settings', () => {
  for (const arrangement of arrangements)
    for (const scenario of scenarios)
      for (const { component, box, ghost } of layout(model, postureOf(scenario), arrangement).plates)
        // The exit of an absent tunnel makes way for one that is in use.
        if (!ghost || !arrangement.shelf.includes(box)) expect(box).toEqual(arrangement.plates[component]);
});

/** A plate of a drawing with the lines of text on it. */
interface Labelled {
  readonly rect: Element;
  readonly lines: readonly Element[];
}

/** Plates are the rectangles with text right behind them. */
function plates(drawing: Element): Labelled[] {
  const parts = elements(drawing);
  return parts.flatMap((rect, index): Labelled[] => {
    if (rect.name !== 'rect' || rect.attributes['rx'] === undefined) return [];
    const rest = parts.slice(index + 1);
    const next = rest.findIndex(({ name }) => name !== 'text');
    const lines = next < 0 ? rest : rest.slice(0, next);
    return lines.length > 0 ? [{ rect, lines }] : [];
  });
}

const number = ({ attributes }: Element, name: string): number => Number(attributes[name]);

/** How wide a text is drawn, its letter spacing included. */
function widthOf(text: Element): number {
  const said = textOf(text);
  const spacing = Number.parseFloat(text.attributes['letter-spacing'] ?? '0');
  return textWidth(said, number(text, 'font-size')) + said.length * spacing * number(text, 'font-size');
}

/** Every text that is wider or higher than its plate. */
function overfull(drawing: Element): string[] {
  return plates(drawing).flatMap(({ rect, lines }) => {
    const [left, top] = [number(rect, 'x'), number(rect, 'y')];
    const [right, bottom] = [left + number(rect, 'width'), top + number(rect, 'height')];
    return lines.flatMap((line) => {
      const [x, y, size] = [number(line, 'x'), number(line, 'y'), number(line, 'font-size')];
      const half = widthOf(line) / 2;
      const fits =
        x - half >= left && x + half <= right && y - size * 0.8 >= top - 0.5 && y + size * 0.25 <= bottom + 0.5;
      return fits ? [] : [`${textOf(line)}: ${(half * 2).toFixed(0)} of ${rect.attributes['width'] ?? ''}`];
    });
  });
}

/** Every text that leaves the drawing. */
function outside(drawing: Element): string[] {
  const [, , width = 0] = (drawing.attributes['viewBox'] ?? '').split(' ').map(Number);
  const texts = (element: Element): Element[] =>
    element.name === 'text' ? [element] : elements(element).flatMap(texts);
  return texts(drawing).flatMap((text) => {
    const share = { middle: 0.5, end: 1 }[text.attributes['text-anchor'] ?? ''] ?? 0;
    const left = number(text, 'x') - widthOf(text) * share;
    return left >= 0 && left + widthOf(text) <= width ? [] : [`${textOf(text)}: ${left.toFixed(0)}`];
  });
}

/** Every label of a scenario that fits neither its plate nor the drawing. */
function misplaced(view: View, arrangement: Arrangement, scenario: string): string[] {
  const drawing = parse(picture(view, arrangement, scenario, 'light'));
  expect(plates(drawing).length).toBeGreaterThan(5);
  return [...overfull(drawing), ...outside(drawing)].map((label) => `${scenario}, ${label}`);
}

for (const view of views)
  for (const arrangement of arrangements)
    test(`every label fits its plate and the drawing (${view.language}, ${arrangement.id})`, () => {
      expect(scenarios.flatMap((scenario) => misplaced(view, arrangement, scenario))).toEqual([]);
    });

/** What the map of a posture has no room to say: the words of lines, of tunnels and of absent paths. */
function unsaid(view: View, posture: Posture, arrangement: Arrangement): string[] {
  const plan = layout(model, posture, arrangement);
  const labels = settle(plan, mapWords(view, posture));
  return plan.paths.flatMap(({ path, stretches, tube, ghost }) => {
    const words = [...stretches.flatMap(({ word }) => word ?? []), ...(tube ? [tube.word] : ghost ? [ghost.word] : [])];
    return words.filter((word) => !labels.has(word)).map(() => `${arrangement.id}, ${path}`);
  });
}

test.describe('the words of verdicts', () => {
  for (const view of views)
    test(`each has its place on the map that the site opens on, wherever the attacker stands (${view.language})`, () => {
      for (const arrangement of arrangements)
        for (const position of POSITIONS)
          expect(unsaid(view, postureOf(OPENING, position), arrangement), position).toEqual([]);
    });

  test('each has its place in every scenario, in English and in Chinese', () => {
    for (const view of views.filter(({ language }) => language === 'en' || language === 'zh'))
      for (const arrangement of arrangements)
        for (const scenario of scenarios) expect(unsaid(view, postureOf(scenario), arrangement), scenario).toEqual([]);
  });

  test('even long words miss few places, whatever the scenario', () => {
    for (const view of views)
      for (const arrangement of arrangements)
        for (const scenario of scenarios)
          expect(unsaid(view, postureOf(scenario), arrangement).length, `${view.language}, ${scenario}`).toBeLessThan(
            4,
          );
  });
});

test.describe('the attacker', () => {
  const sign = (arrangement: Arrangement, position: Position): Point => {
    const { arrangement: own, position: at } = layout(model, postureOf(OPENING, position), arrangement);
    return own.attacker[at].sign;
  };

  test('stands in the water, on land or beside the Pod', () => {
    for (const arrangement of arrangements) {
      const { inner, outer, plates } = arrangement;
      const moat = sign(arrangement, 'moat');
      expect([inside(inner, moat), inside(outer, moat)], arrangement.id).toEqual([false, true]);
      expect(inside(outer, sign(arrangement, 'node-network')), arrangement.id).toBe(false);
      const [x, y] = sign(arrangement, 'pod');
      const pod = plates['pod']!;
      expect(Math.abs(y - pod.y), arrangement.id).toBeLessThan(pod.h);
      expect(x - pod.x - pod.w / 2, arrangement.id).toBeGreaterThan(0);
      expect(x - pod.x - pod.w / 2, arrangement.id).toBeLessThan(30);
    }
  });

  test('is named where he stands, in the map and in its heading', () => {
    for (const position of POSITIONS) {
      const said = textOf(parse(picture(english, wide, OPENING, 'light', undefined, position)));
      expect(said).toContain(english.t(`attackerAt.sign.${position}`).replaceAll('|', ''));
      expect(said).toContain(english.t(`attackerAt.subtitle.${position}`, { release: postureOf(OPENING).release }));
    }
  });
});

test('layout(posture) draws a tunnel in use as a casing, with every path that it carries inside', () => {
  for (const arrangement of arrangements)
    for (const scenario of scenarios) {
      const posture = postureOf(scenario);
      const routes = new Set(Object.values(posture.paths).flatMap(({ route }) => route ?? []));
      const used = Object.keys(arrangement.tubes).filter((tunnel) => routes.has(tunnel));
      const { paths, tubes } = layout(model, posture, arrangement);
      const casings = [...tubes, ...paths.flatMap(({ tube }) => tube ?? [])];
      const open = Object.values(model.paths).filter(
        ({ id, tunnel }) => tunnel !== undefined && !routes.has(tunnel) && posture.paths[id]!.hops.length > 0,
      );
      expect(casings.length, `${arrangement.id}, ${scenario}`).toBeLessThanOrEqual(used.length + open.length);
      expect(casings.length, `${arrangement.id}, ${scenario}`).toBeGreaterThanOrEqual(used.length);
      for (const { path, stretches } of paths) {
        const { route } = posture.paths[path]!;
        if (route === null || !used.includes(route) || model.paths[path]!.tunnel !== undefined) continue;
        expect(
          stretches.map(({ bridge }) => bridge),
          path,
        ).toEqual(stretches.map(() => undefined));
      }
    }
});

test('layout(posture) does not leave out a path for which an arrangement has no line', () => {
  const kubelet = model.paths['apiserver-to-kubelet']!;
  const state = postureOf(OPENING).paths['apiserver-to-kubelet']!;
  const wider = { ...model, paths: { ...model.paths, new: { ...kubelet, id: 'new' } } };
  const posture = { ...postureOf(OPENING), paths: { new: { ...state, path: 'new' } } };
  for (const arrangement of arrangements)
    expect(() => layout(wider, posture, arrangement)).toThrow(`The ${arrangement.id} map has no line for new`);
});

test.describe('a picture stands alone', () => {
  const all = () =>
    views.flatMap((view) =>
      arrangements.flatMap((arrangement) =>
        (['light', 'dark'] as const).flatMap((theme) =>
          [undefined, 'apiserver-to-kubelet'].map((path) => ({
            name: `${view.language}, ${arrangement.id}, ${theme}, ${path ?? 'map'}`,
            svg: picture(view, arrangement, OPENING, theme, path),
          })),
        ),
      ),
    );

  test('it is well-formed, and says what it is', () => {
    for (const { name, svg } of all()) {
      const drawing = parse(svg);
      expect(drawing.attributes, name).toMatchObject({ xmlns: 'http://www.w3.org/2000/svg', role: 'img' });
      const [title, description] = elements(drawing);
      expect([title?.name, description?.name], name).toEqual(['title', 'desc']);
      expect(drawing.attributes['aria-labelledby'], name).toBe(
        `${title?.attributes['id'] ?? ''} ${description?.attributes['id'] ?? ''}`,
      );
    }
  });

  test('it leans on no stylesheet, no script and no other file', () => {
    const leaning =
      /class=|\sstyle=|var\(|currentColor|<use|<a |<script|href=|url\(|https?:(?!\/\/www\.w3\.org\/2000\/svg")|undefined|NaN/;
    expect(all().flatMap(({ name, svg }) => leaning.exec(svg)?.map((hit) => `${name}: ${hit}`) ?? [])).toEqual([]);
  });

  test('light and dark differ in colour alone', () => {
    const plain = (svg: string): string => svg.replace(/#[0-9A-Fa-f]{6}/g, '#');
    for (const arrangement of arrangements) {
      const [light, dark] = (['light', 'dark'] as const).map((theme) => picture(english, arrangement, OPENING, theme));
      expect(dark).not.toBe(light);
      expect(plain(dark!)).toBe(plain(light!));
    }
  });

  test('its coordinates are written to a tenth', () => {
    const long = all().flatMap(({ svg }) => svg.match(/ (?:d|x|y|points)="[^"]*\d\.\d{2}[^"]*"/g) ?? []);
    expect(long).toEqual([]);
  });
});
