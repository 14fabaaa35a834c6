import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { languages } from '../../src/i18n/languages.ts';
import { assemble } from '../../src/model/assemble.ts';
import type { ContentFile } from '../../src/model/desk.ts';
import { prose, type Terms } from '../../src/model/terms.ts';
import { read } from '../../src/site/content.ts';

const { files } = read('content');

/** What the lint says of the content with one interface string more. */
function said(language: string, text: string): string[] {
  const file = `interface/${language}.json`;
  const changed = files.map((one): ContentFile =>
    one.file === file ? { file, data: { ...(one.data as object), planted: text } } : one,
  );
  return assemble(changed, languages)
    .problems.filter(({ code, at }) => code === 'FORBIDDEN_TERM' && at === 'planted')
    .map(({ message }) => message);
}

function termsOf(language: string): Terms {
  return files.find(({ file }) => file === `words/${language}/terms.yaml`)?.data as Terms;
}

for (const [language, text] of Object.entries({
  en: 'The `kubernetes` Service exists in every namespace.',
  es: 'El Service `kubernetes` (en todos los namespaces) tiene una dirección IP virtual.',
  pt: 'O Service `kubernetes` existe em todos os namespaces.',
  it: 'Il Service `kubernetes` si trova in ogni namespace.',
  zh: '所有命名空间中都有 `kubernetes` Service。',
}))
  test(`${language} never says that the Service kubernetes is in every namespace`, () => {
    expect(said(language, text)).toHaveLength(1);
    expect(said(language, text.replaceAll('kubernetes', 'other'))).toEqual([]);
    expect(said(language, 'The `kubernetes` Service (in all namespaces) has a virtual IP address.')).not.toEqual([]);
  });

test('a forbidden word is found in prose, not in code, in addresses or in the ids of elements', () => {
  expect(said('es', 'los datos encriptados')).toHaveLength(1);
  expect(said('es', 'el valor `encriptado`, [véase](#encriptado)')).toEqual([]);
  expect(said('pt', 'a API da kubelet')).toHaveLength(1);
  expect(said('it', "E' vero: i tokens")).toHaveLength(2);
});

test('what is forbidden everywhere is found in code too', () => {
  expect(said('it', 'il `--kubeket-certificate-authority`')).not.toEqual([]);
});

test('Chinese has full-width punctuation, and spaces where two scripts meet and nowhere else', () => {
  for (const wrong of [
    '加密,但不验证',
    '用Kubernetes集群',
    '用 `get`来读',
    '加密 ，但不验证',
    '加密 连接',
    '加密\n连接',
  ])
    expect(said('zh', wrong), wrong).not.toEqual([]);
  for (const right of ['加密，但不验证', '用 Kubernetes 集群', '用 `get` 来读', '端口 <Port of="kubelet" /> 上'])
    expect(said('zh', right), right).toEqual([]);
});

test('a term is what the texts say, and the words that are forbidden in texts are found by search', () => {
  expect(termsOf('pt')['control-plane']).toMatchObject({ term: 'camada de gerenciamento' });
  expect(termsOf('pt')['control-plane']?.also).toContain('plano de controle');
});

for (const language of languages)
  test(`${language} says the number where it counts one`, () => {
    const json = readFileSync(`content/interface/${language}.json`, 'utf8');
    expect(json.match(/"\w+_one":\s*"(?![^"]*\{\{count)[^"]*"/g) ?? []).toEqual([]);
  });

test('prose(text) leaves out code, addresses and tags, and keeps what is read', () => {
  const text =
    'Set `--v`, see [the **map**](#map) on <Port of="kubelet" />.\n```sh\nkubectl\n```\n<Section id="a" title="Why">\nx</Section>';
  expect(prose(text)).toBe('Set 0, see the **map** on 0.\n\nWhy\nx');
});
