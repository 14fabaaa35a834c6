import { LANGUAGES, type Language } from '../../i18n/languages.ts';
import type { Translate } from '../../i18n/strings.ts';
import type { Asked } from '../../site/questions.ts';
import { PALETTE } from '../../diagram/palette.ts';
import { html } from './questions.ts';
import { XML_HEAD, xml } from './xml.ts';
import { zip } from './zip.ts';

export interface ScormParts {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly questions: readonly Asked[];
  readonly t: Translate;
  /** The script that marks the answers and tells the platform. */
  readonly script: string;
}

/** Questions as a SCORM 1.2 package; opened from a folder it works too, only that nobody hears of the score. */
export function scorm(parts: ScormParts): Uint8Array {
  return zip({
    'imsmanifest.xml': manifest(parts),
    'index.html': page(parts),
    'quiz.css': STYLES,
    'quiz.js': parts.script,
  });
}

function manifest({ id, language, title }: ScormParts): string {
  const files = ['index.html', 'quiz.css', 'quiz.js'].map((name) => `<file href="${name}"/>`).join('');
  return `${XML_HEAD}<manifest identifier="kubepaths-${id}-${language}" version="1.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"><metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion></metadata><organizations default="kubepaths"><organization identifier="kubepaths"><title>${xml(title)}</title><item identifier="quiz" identifierref="quiz-page" isvisible="true"><title>${xml(title)}</title></item></organization></organizations><resources><resource identifier="quiz-page" type="webcontent" adlcp:scormtype="sco" href="index.html">${files}</resource></resources></manifest>\n`;
}

function page({ language, title, questions, t }: ScormParts): string {
  const says = scormWords(t);
  const words = Object.entries(says)
    .map(([name, text]) => ` data-${name}="${xml(text)}"`)
    .join('');
  return `<!doctype html>
<html lang="${LANGUAGES[language].tag}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${xml(title)}</title>
<link rel="stylesheet" href="quiz.css">
<script defer src="quiz.js"></script>
</head>
<body>
<main>
<h1>${xml(title)}</h1>
<form data-quiz${words}>
${questions.map((question, index) => fieldset(question, index, t)).join('\n')}
<p class="done"><button type="submit">${xml(says.check)}</button> <output role="status" data-result></output></p>
</form>
<footer>${xml(t('teach.licence'))}</footer>
</main>
</body>
</html>
`;
}

/** What the script says, with places for numbers. */
export function scormWords(t: Translate) {
  return {
    score: t('teach.quiz.score', { right: '{{right}}', all: '{{all}}' }),
    open: t('teach.quiz.open', { count: '{{count}}' }),
    sent: t('teach.quiz.sent'),
    unsent: t('teach.quiz.unsent'),
    again: t('teach.quiz.again'),
    check: t('teach.quiz.check'),
  };
}

function fieldset(question: Asked, index: number, t: Translate): string {
  const options = question.options.map(
    (text, at) => `<label><input type="radio" name="q${index}" value="${at}"> <span>${html(text)}</span></label>`,
  );
  const wrong = t('teach.quiz.wrong', { answer: question.options[question.right] ?? '' });
  return `<fieldset data-question="${xml(question.id)}" data-answer="${question.right}"><legend>${index + 1}. ${html(question.prompt)}</legend>${options.join('')}<div class="told" data-told hidden><p data-is-right>${html(t('teach.quiz.right'))}</p><p data-is-wrong>${html(wrong)}</p><p>${html(question.why)}</p></div></fieldset>`;
}

const { light, dark } = PALETTE;
const STYLES = `:root{color-scheme:light dark;--ink:light-dark(${light.ink},${dark.ink});--ink-2:light-dark(${light['ink-2']},${dark['ink-2']});--paper:light-dark(${light.paper},${dark.paper});--rule:light-dark(${light.rule},${dark.rule});--code:light-dark(${light.code},${dark.code});--safe:light-dark(${light.safe},${dark.safe});--unsafe:light-dark(${light.unsafe},${dark.unsafe});--link:light-dark(${light.link},${dark.link})}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}
:lang(zh){font-family:'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif}
main{max-width:760px;margin:0 auto;padding:24px 16px 48px}
h1{font:600 30px/1.2 Georgia,'Noto Serif',serif;margin:0 0 16px}
fieldset{border:0;border-top:1px solid var(--rule);margin:0;padding:16px 0}
legend{float:left;width:100%;font-weight:600;margin-bottom:6px}
label{clear:both;display:flex;gap:10px;padding:5px 0;min-height:24px}
input{flex:none;width:18px;height:18px;margin-top:3px;accent-color:var(--link)}
code{font:.9em ui-monospace,Consolas,Menlo,monospace;background:var(--code);padding:.05em .3em;border-radius:2px;overflow-wrap:anywhere}
.told{border-inline-start:3px solid var(--rule);padding-inline-start:12px;margin-top:8px}
.told p{margin:4px 0}
fieldset[data-state=right] .told{border-color:var(--safe)}
fieldset[data-state=wrong] .told{border-color:var(--unsafe)}
[data-is-right]{color:var(--safe);font-weight:600}
[data-is-wrong]{color:var(--unsafe);font-weight:600}
[data-state=right] [data-is-wrong],[data-state=wrong] [data-is-right],[hidden]{display:none}
.done{display:flex;flex-wrap:wrap;gap:12px 20px;align-items:center;border-top:1.5px solid var(--ink);padding-top:16px}
button{font:inherit;font-weight:600;color:var(--paper);background:var(--ink);border:0;border-radius:3px;padding:9px 18px;cursor:pointer}
:focus-visible{outline:2.5px solid var(--link);outline-offset:2px}
footer{color:var(--ink-2);font-size:14px;margin-top:24px}
`;
