import { paint } from '../diagram/paint.ts';

/** Lets a visitor download what is on the screen: the arrangement, the theme, the chosen path, and the state. */
function downloads(figure: HTMLElement, svg: HTMLAnchorElement, png: HTMLElement): void {
  const [, folder = ''] = /^(.*\/)[^/]*$/.exec(svg.href) ?? [];

  svg.addEventListener('click', () => {
    const now = onScreen(figure);
    svg.href = source(now);
    svg.download = `${now.name}.svg`;
  });
  png.addEventListener('click', () => {
    const now = onScreen(figure);
    const image = new Image();
    image.addEventListener('load', () => {
      const canvas = document.createElement('canvas');
      canvas.width = image.naturalWidth * 2;
      canvas.height = image.naturalHeight * 2;
      canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
      const link = document.createElement('a');
      link.href = canvas.toDataURL('image/png');
      link.download = `${now.name}.png`;
      link.click();
    });
    image.src = source(now);
  });

  /** The opening state is a file of the site; any other is drawn here. */
  function source({ name, arrangement, theme, path, stage }: ReturnType<typeof onScreen>): string {
    if (stage === undefined || stage.query === '') return `${folder}${name}.svg`;
    const [language = ''] = document.documentElement.lang.split('-');
    const ink = { theme, language, tall: arrangement === 'tall' };
    const drawn = stage.draw(arrangement, { id: 'map', current: path, paint: paint(ink) });
    return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn)}`;
  }
}

function onScreen(figure: HTMLElement) {
  const isTall = (figure.querySelector('[data-diagram="tall"]')?.getClientRects().length ?? 0) > 0;
  const path = document.querySelector<HTMLElement>('[data-panels]')?.dataset['shown'];
  const theme: 'dark' | 'light' = isDark() ? 'dark' : 'light';
  return {
    stage: self.kubepathsOnStage,
    path,
    theme,
    arrangement: isTall ? ('tall' as const) : ('wide' as const),
    name: [path ?? 'map', ...(isTall ? ['tall'] : []), ...(theme === 'dark' ? ['dark'] : [])].join('.'),
  };
}

function isDark(): boolean {
  const { theme } = document.documentElement.dataset;
  return theme === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
}

const figure = document.querySelector<HTMLElement>('[data-map]');
const svg = figure?.querySelector<HTMLAnchorElement>('[data-svg]');
const png = figure?.querySelector<HTMLElement>('[data-png]');
if (figure && svg && png) downloads(figure, svg, png);
