// The words that names are put together from.

/** Fields of business, for domains and departments. */
export const AREAS = list(`
  payments logistics lending insurance marketing sales support finance treasury procurement warehousing transport billing pricing loyalty
  identity onboarding compliance risk fraud analytics research manufacturing maintenance energy metering ticketing catering travel
  hospitality retail wholesale publishing advertising recruiting payroll training legal facilities fleet networks cloud workplace
`);

/** What tells one field of business from another of the same name. */
export const QUALIFIERS = list(
  'digital corporate private regional global partner consumer industrial field nordic alpine coastal urban rural core',
);

/** What software is about. */
export const SUBJECTS = list(`
  invoice order parcel ledger customer account contract claim ticket booking seat route vehicle driver depot pallet stock supplier tariff
  voucher refund payout wallet card consent profile session device sensor meter reading alarm forecast quote offer campaign segment
  newsletter survey article catalogue price discount basket checkout shipment label customs permit audit report archive document
  template signature calendar shift roster payslip expense budget asset spare tenant property lease visit patient sample recipe menu
`);

/** What software does with its subject. */
export const ACTIVITIES = list(`
  matching routing pricing scoring settlement tracking planning booking validation enrichment import export search notification
  rendering signing scheduling reconciliation delivery sync archiving mapping conversion dispatch allocation approval billing
  lookup streaming replay screening onboarding rating clearing
`);

/** What one more part of a system is called, by type. */
export const ROLES: Readonly<Record<string, readonly string[]>> = {
  service: list('service api worker gateway engine processor scheduler broker adapter'),
  website: list('portal app console dashboard frontend'),
  library: list('sdk client lib kit commons'),
  documentation: list('handbook docs guide'),
  tool: list('cli tool bot'),
  infrastructure: list('stack platform pipeline'),
  operator: list('operator controller'),
};

/** What groups of people are called. */
export const CREWS = list('team squad crew engineering tribe guild chapter');

/** What systems are called. */
export const SYSTEMS = list('management hub platform suite desk exchange core network centre');

/** What data is kept in: type, ending of the name. */
export const STORES: readonly (readonly [type: string, ending: string])[] = [
  ['database', 'db'],
  ['database', 'replica'],
  ['s3-bucket', 'files'],
  ['queue', 'events'],
  ['cache', 'cache'],
  ['cluster', 'cluster'],
];

export const FIRST_NAMES = list(`
  ada ben carla dmitri elena farid greta hugo ines jonas kaya liam maren nils olga pavel quinn rosa samir tara ulf vera wim xenia yusuf
  zoe anton bianca cem daria emil fiona goran hanna ivo jule kofi lena milo nora oskar paula rafael sofia timo uma viktor wanda yara anna
`);

export const LAST_NAMES = list(`
  adler berg conti dahl ekman fischer garcia holm ivanov jansen keller lund moreau novak olsen petrov quist rossi sato toth ude varga
  weber yilmaz zeman brandt costa dubois eriksen ferrari graf haas iversen jung kovac lopez mayer nowak okafor pereira richter silva
  tanaka ulrich vogel wagner young zhou amari baker chen
`);

/** Tags that are no technology. */
export const TAGS = list('public internal pci gdpr batch realtime legacy rest events mobile tier-1 tier-2 edge b2b ml reporting');

/** Fixed words of English that hold made-up ones together. */
export const GLUE = list(`
  the the the of of to to and and a a in in is that it for with as on by this be at are from or an which when not can will must may if
  then each every one all only after before until between without while
`);

function list(words: string): readonly string[] {
  return words.trim().split(/\s+/);
}
