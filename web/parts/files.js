/** Files with the relative paths that tell whose they are, from a file field or a drop. */

export const filesOf = list => [...list].map(file => ({ path: file.webkitRelativePath || file.name, file }));

/** Everything that was dropped, folders walked to their ends. */
export async function filesDropped(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
  if (!entries.length) return filesOf(transfer.files);
  return (await Promise.all(entries.map(entry => walk(entry, '')))).flat();
}

async function walk(entry, above) {
  const path = above + entry.name;
  if (entry.isFile) return [{ path, file: await new Promise((done, failed) => entry.file(done, failed)) }];
  const inside = await children(entry.createReader());
  return (await Promise.all(inside.map(child => walk(child, path + '/')))).flat();
}

/** A reader gives at most a hundred entries at a time. */
async function children(reader) {
  const all = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return all;
    all.push(...some);
  }
}
