import { segments } from '../../i18n/code.ts';
import type { Asked } from '../../site/questions.ts';
import { XML_HEAD, xml } from './xml.ts';

/** Question banks in the two formats that learning platforms read. */

/** A text whose code stands between backticks, as HTML. */
export function html(text: string): string {
  return segments(text)
    .map((part) => (part.code ? `<code>${xml(part.text)}</code>` : xml(part.text)))
    .join('');
}

/** Questions in GIFT, see https://docs.moodle.org/en/GIFT_format. */
export function gift(category: string, questions: readonly Asked[]): string {
  const parts = questions.map((question) => {
    const options = question.options.map(
      (text, index) => `\t${index === question.right ? '=' : '~'}${giftText(html(text))}`,
    );
    return `::${giftText(question.id)}::[html]${giftText(html(question.prompt))} {\n${options.join('\n')}\n\t####${giftText(html(question.why))}\n}\n`;
  });
  return [`$CATEGORY: ${giftText(category)}\n`, ...parts].join('\n');
}

/** The signs that mean something in GIFT lose it behind a backslash. */
function giftText(text: string): string {
  return text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\s+/g, ' ');
}

/** Questions as Moodle XML, see https://docs.moodle.org/en/Moodle_XML_format. */
export function moodleXml(category: string, questions: readonly Asked[]): string {
  const text = (name: string, content: string): string =>
    `<${name} format="html"><text>${xml(content)}</text></${name}>`;
  const items = questions.map(
    (question) =>
      `<question type="multichoice"><name><text>${xml(question.id)}</text></name>${text('questiontext', html(question.prompt))}${text('generalfeedback', html(question.why))}<defaultgrade>1</defaultgrade><penalty>0.3333333</penalty><hidden>0</hidden><idnumber>${xml(question.id)}</idnumber><single>true</single><shuffleanswers>true</shuffleanswers><answernumbering>abc</answernumbering>${question.options
        .map(
          (option, index) =>
            `<answer fraction="${index === question.right ? 100 : 0}" format="html"><text>${xml(html(option))}</text><feedback format="html"><text></text></feedback></answer>`,
        )
        .join('')}</question>`,
  );
  return `${XML_HEAD}<quiz>\n<question type="category"><category><text>${xml(`$course$/top/${category}`)}</text></category></question>\n${items.join('\n')}\n</quiz>\n`;
}
