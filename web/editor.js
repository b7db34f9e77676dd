/** The only importer of CodeMirror: a Cypher editor with completion of the graph's own words. */
import { get } from './api.js';

const script = src => new Promise((done, failed) => {
  document.head.append(Object.assign(document.createElement('script'), { src, onload: done, onerror: failed }));
});

let loaded;

function load() {
  loaded ??= (async () => {
    for (const file of ['lib/codemirror.js', 'mode/cypher/cypher.js', 'addon/edit/matchbrackets.js', 'addon/edit/closebrackets.js', 'addon/hint/show-hint.js']) {
      await script(import.meta.resolve('codemirror/' + file));
    }
    return window.CodeMirror;
  })();
  return loaded;
}

const KEYWORDS = ['MATCH', 'OPTIONAL MATCH', 'WHERE', 'RETURN', 'WITH', 'ORDER BY', 'LIMIT', 'SKIP', 'UNWIND', 'DISTINCT', 'EXISTS', 'COUNT', 'COLLECT', 'CASE', 'WHEN', 'THEN', 'ELSE', 'END', 'AND', 'OR', 'NOT', 'IN', 'STARTS WITH', 'ENDS WITH', 'CONTAINS', 'IS NULL', 'IS NOT NULL'];

/** After `:` a label or relationship, after `.` a property, else any word. */
function complete(words) {
  return editor => {
    const cursor = editor.getCursor();
    const before = editor.getLine(cursor.line).slice(0, cursor.ch);
    const [, sign = '', start] = before.match(/([:.|&!(]?)\s*(\w*)$/);
    const inside = /\[[^\]]*$/.test(before);
    const source = sign === '.' ? words.properties : /[:|&!]/.test(sign) ? (inside ? words.relationshipTypes : words.labels) : [...KEYWORDS, ...words.labels, ...words.relationshipTypes, ...words.properties];
    const list = source.filter(w => w.toLowerCase().startsWith(start.toLowerCase()) && w !== start).slice(0, 60);
    return { list, from: { line: cursor.line, ch: cursor.ch - start.length }, to: cursor };
  };
}

/** @param options `value`, `run` (Ctrl-Enter), `change` */
export async function openEditor(place, { value, run, change }) {
  const [CodeMirror, words] = await Promise.all([load(), get('cypher/words').catch(() => ({ labels: [], relationshipTypes: [], properties: [] }))]);
  const hint = editor => editor.showHint({ hint: complete(words), completeSingle: false });
  const editor = CodeMirror(place, { value, mode: 'application/x-cypher-query', lineNumbers: true, lineWrapping: true, matchBrackets: true, autoCloseBrackets: true, inputStyle: 'textarea', tabindex: 0,
    extraKeys: { 'Ctrl-Enter': run, 'Cmd-Enter': run, 'Ctrl-Space': hint, Tab: false, 'Shift-Tab': false }, screenReaderLabel: 'Cypher' });
  editor.on('change', () => change(editor.getValue()));
  editor.on('inputRead', (_, { text }) => /^[:.]$/.test(text[0]) && hint(editor));
  let mark;
  return {
    get value() { return editor.getValue(); },
    set value(text) { if (text !== editor.getValue()) editor.setValue(text); },
    /** Underlines where the server found the error; null takes the line away. */
    mark(position) {
      mark?.clear();
      if (!position) return;
      const from = { line: position.line - 1, ch: position.column - 1 };
      mark = editor.markText(from, { line: from.line, ch: Math.max(from.ch + 1, editor.getLine(from.line)?.length ?? 0) }, { className: 'cypher-error' });
      editor.setCursor(from);
    },
    focus: () => editor.focus(),
  };
}
