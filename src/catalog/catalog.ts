// The catalog room: a snapshot in; all its entities, checked and related, and every problem out.
import { type Problem, compareProblems } from '../lib/problem.ts';
import type { Snapshot } from '../lib/snapshot.ts';
import { makeAnnotate } from './annotate.ts';
import { type Checked, makeCheck } from './check-draft.ts';
import { checkReferences } from './check-references.ts';
import { dedupe } from './dedupe.ts';
import { toEntity } from './entity.ts';
import { indexCatalog } from './index-catalog.ts';
import { readEntityFiles } from './read-files.ts';
import { relate } from './relate.ts';
import { type Model, type ModelRows, createModel } from './model.ts';
import { makeSuggest } from './suggest.ts';
import type { CatalogResult, RelationWords } from './types.ts';

/**
 * Builds the catalog of a snapshot. Nothing is thrown for what is in the files: an entity that breaks a rule is kept and marked rejected as
 * far as it can be shown, and every fault is a problem on its line. Of entities with one reference the first counts, in the order of the
 * sources. A repository alone is checked by a snapshot of one source; references into other repositories are then unknown. Kinds and
 * relations of the portal's own are added to those of Backstage.
 */
export function buildCatalog(snapshot: Snapshot, own?: ModelRows): CatalogResult {
  const model = createModel(own);
  const suggest = makeSuggest();
  const { drafts, problems: readProblems, counts, failed } = readEntityFiles(snapshot, suggest);
  const problems: Problem[] = [...readProblems];
  const check = makeCheck(model);
  const checked: Checked[] = [];
  for (const draft of drafts) {
    const result = check(draft);
    for (const problem of result.problems) problems.push(problem);
    if (result.identity !== null) checked.push({ ...result, rejected: result.rejected ?? failed.get(draft) ?? null });
  }
  const unique = dedupe(checked);
  const relations = relate(unique.value);
  const annotate = makeAnnotate();
  const entities = unique.value.map((one) =>
    toEntity(one, relations.get(one.identity.ref) ?? [], annotate(one.draft.file, one.identity.kind), model),
  );
  for (const problem of [...unique.problems, ...checkReferences(unique.value, suggest)]) problems.push(problem);
  return { catalog: indexCatalog(entities, relations, wordsOf(model)), problems: problems.sort(compareProblems), counts };
}

/** The words of relations that the portal adds; those of Backstage's are the graph's. */
function wordsOf(model: Model): RelationWords[] {
  return model.relations.flatMap(({ relation, reverse, words }) => (words === undefined ? [] : [{ relation, reverse, words }]));
}
