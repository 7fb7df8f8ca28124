import type { Context } from '../../access/context.ts';
import { listDocuments } from './front-page.ts';
import { listVersions, readVersion } from '../../text/versions.ts';
import { readDocument } from '../../access/documents.ts';

/** Returns the documents that the viewer may read, as the API's JSON. */
export async function describeDocuments(context: Context) {
  const documents = await listDocuments(context);
  return {
    documents: documents.map(({ slug, title, summary, state, round, ...row }) => ({
      ...{ slug, title, summary, state, round },
      level: row.level,
      region: row.regionName,
      policyArea: row.policyArea,
      audience: row.audience,
      version: row.versionNumber,
      adoptedVersion: row.adoptedVersion,
      hearing:
        row.opensAt && row.closesAt ? periodOf(row.opensAt, row.closedAt ?? row.closesAt) : null,
      since: row.since
    }))
  };
}

/**
 * Returns a document as the API's JSON, with the blocks of the version `asked`, by default of the one in
 * hearing, else of the newest. Throws as readDocument and readVersion do.
 */
export async function describeDocument(context: Context, slug: string, asked?: number) {
  const found = await readDocument(context, slug);
  const { hearing, latestVersion } = found;
  const inHearing = found.state === 'hearing' ? hearing?.versionNumber : undefined;
  const number = asked ?? inHearing ?? latestVersion?.number;
  const version = number === undefined ? null : await readVersion(context, found.id, number);
  const { title, summary, state, round, level, policyArea, audience } = found;
  return {
    ...{ slug, title, summary, state, round, level, policyArea, audience },
    region: found.regionName,
    hearing: hearing && {
      version: hearing.versionNumber,
      ...periodOf(hearing.opensAt, hearing.closedAt ?? hearing.closesAt)
    },
    adopted: found.adopted && {
      version: found.adopted.versionNumber,
      at: found.adopted.adoptedAt
    },
    versions: (await listVersions(context, found.id)).map(({ id: _, ...each }) => each),
    version: version?.number ?? null,
    blocks: (version?.blocks ?? []).map((block) => ({
      id: block.blockId,
      number: block.number,
      kind: block.kind,
      level: block.level,
      marker: block.marker,
      text: block.text
    }))
  };
}

const periodOf = (opensAt: Date, closesAt: Date) => ({ opensAt, closesAt });
