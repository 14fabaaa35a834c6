import type { Asked } from '../../src/site/questions.ts';

/** Reads GIFT as its description has it: a backslash takes the meaning from the sign behind it. */
export function readGift(bank: string): Asked[] {
  const body = bank.replace(/^\$CATEGORY:.*$/m, '');
  return body
    .split(/\n\s*\n/)
    .map((text) => text.trim())
    .filter(Boolean)
    .map((text) => {
      const [, id = '', rest = ''] = /^::((?:\\.|[^:\\])*)::([\s\S]*)$/.exec(text)!;
      const [, prompt = '', inside = ''] = /^\[html\]((?:\\.|[^{\\])*)\{((?:\\.|[^}\\])*)\}$/.exec(rest)!;
      const [answers = '', why = ''] = inside.split('####');
      const options = [...answers.matchAll(/([=~])((?:\\.|[^=~\\])*)/g)];
      return {
        id: free(id),
        prompt: free(prompt),
        options: options.map(([, , option = '']) => free(option)),
        right: options.findIndex(([, mark]) => mark === '='),
        why: free(why),
      };
    });
}

/** Reads the multiple-choice questions of a Moodle XML file. */
export function readMoodle(bank: string): Asked[] {
  const inside = (text: string, name: string): string =>
    unescaped(new RegExp(`<${name}[^>]*>\\s*<text>([\\s\\S]*?)</text>`).exec(text)?.[1] ?? '');
  return [...bank.matchAll(/<question type="multichoice">([\s\S]*?)<\/question>/g)].map(([, text = '']) => {
    const answers = [...text.matchAll(/<answer fraction="(\d+)"[^>]*><text>([\s\S]*?)<\/text>/g)];
    return {
      id: inside(text, 'name'),
      prompt: inside(text, 'questiontext'),
      options: answers.map(([, , option = '']) => unescaped(option)),
      right: answers.findIndex(([, fraction]) => fraction === '100'),
      why: inside(text, 'generalfeedback'),
    };
  });
}

function free(text: string): string {
  return text.trim().replace(/\\([\s\S])/g, '$1');
}

function unescaped(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
