import type { Language } from '../../src/i18n/languages.ts';

/** What must not occur in a text, and why. Patterns are read without case, line by line; the glossary has the terms. */
export interface Forbidden {
  readonly languages: readonly Language[];
  readonly pattern: string;
  readonly why: string;
  /** Where it is looked for: in prose, where code is left out, or everywhere. */
  readonly within?: 'everything';
  /** Places that it may stand in after all, as they are written there. */
  readonly except?: readonly string[];
}

const ALL: readonly Language[] = ['en', 'es', 'pt', 'it', 'zh'];
const TRANSLATED: readonly Language[] = ['es', 'pt', 'it', 'zh'];

export const FORBIDDEN: readonly Forbidden[] = [
  { languages: ALL, pattern: 'kubeket|kubelt\\b|apisever|konectivity', why: 'a misspelt identifier', within: 'everything' },
  {
    languages: TRANSLATED,
    pattern: '\\bmaster\\b|m[aá]ster\\b|maestro|\\bmestre\\b',
    why: 'it is the control plane; the old word stays only in quoted names',
  },
  { languages: TRANSLATED, pattern: '(?<!kube-)\\bapiserver\\b', why: 'prose says API server in its own language' },
  { languages: ['es', 'pt', 'it'], pattern: '\\by/o\\b|\\be ?/ ?ou\\b|\\be ?/ ?o\\b', why: 'say and, or or' },
  { languages: ['es', 'pt', 'it'], pattern: '(^|\\s)\\*\\*\\s', why: 'a space inside the marks makes no bold' },
  {
    languages: ['es'],
    pattern:
      'encript|autentific|\\bllaves?\\b|fichero|punto final|de no confianza|severidad|bandera',
    why: 'cifrar, autenticar, clave, archivo, endpoint, no confiable, gravedad, flag',
  },
  { languages: ['es'], pattern: '\\bcluster(s|es)?\\b', why: 'clúster, clústeres' },
  {
    languages: ['pt'],
    pattern:
      'encript|ficheiro|utilizador|ecrã|palavra-passe|\\bpartilh|ponto de extremidade|\\bda kubelet|SSH túnel|certificado root',
    why: 'Brazilian usage: criptografar, arquivo, usuário, tela, senha, compartilhar, endpoint, do kubelet, túnel SSH, raiz',
  },
  {
    languages: ['it'],
    pattern:
      "grappol|telecomand|baccell|criptat|\\bbtra\\b|(?<=^|[.!?] )E'|spazi dei nomi|^Finalmente",
    why: 'cluster, remoto, Pod, cifrato, tra, È, namespace, Infine',
  },
  {
    languages: ['it'],
    pattern: '\\b(cluster|token|log|pod|endpoint|proxy|flag)s\\b',
    why: 'an English noun takes no plural -s in Italian',
  },
  { languages: ['it'], pattern: '\\bil \\{\\{date\\}\\}', why: 'the 8th and the 11th take an l’' },
  {
    languages: ['zh'],
    pattern: '您|帐|账户|凭证|缺省|名字空间|名称空间|身份验证|批复|秘密|和/或|服务证书|控制面(?!板)',
    why: '你、账号、凭据、默认、命名空间、身份认证、批准、Secret、或、服务端证书、控制平面',
  },
  {
    languages: ['zh'],
    pattern: '\\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\\p{Script=Han}',
    why: 'a space stands between Han and Latin letters',
  },
  {
    languages: ['zh'],
    pattern: '\\p{Script=Han}[,;:?!()]|[,;:?!()]\\p{Script=Han}',
    why: 'Chinese text has full-width punctuation',
  },
  { languages: ['zh'], pattern: ' [，。：；？！（）、]|[，。：；？！（）、] ', why: 'no space beside full-width punctuation' },
  { languages: ['zh'], pattern: '\\b(Pods|Secrets|CSRs|Nodes)\\b', why: 'no plural -s in Chinese' },
];

/** The Service named kubernetes exists in the default namespace only; older translations said otherwise. */
export const EVERYWHERE: Readonly<Record<Language, string>> = {
  en: '(all|every|each|any)( the)? namespaces?',
  es: '(todos|todo|cada|cualquier)( los)? (namespaces?|espacios? de nombres)',
  pt: '(todos|todo|cada|qualquer)( os)? (namespaces?|espaços? de nomes)',
  it: '(tutti|ogni|ciascun|qualsiasi)( i| gli)? (namespace|spazi)',
  zh: '(所有|每个|任何|任意|全部)的?(命名空间|名字空间)',
};
