// Annotations of tools: every row leads where its tool has its pages, and no value leads anywhere else.
import { describe, expect, test } from 'vitest';
import { TOOL_BASES } from '../../src/lib/tool-bases.ts';
import { fillRow } from '../../src/portal/tools/fill.ts';
import { ANNOTATION_ROWS } from '../../src/portal/tools/tools.ts';
import { TOOL_GROUPS } from '../../src/portal/tools/types.ts';
import { compile, entity, source } from './organisation.ts';

const OWN = 'https://own.example/x';

/** Values as the tools' own pages show them, and where each row leads, in the order of the rows. */
const EXAMPLES: readonly (readonly [key: string, value: string, hrefs: readonly string[], others?: Record<string, string>])[] = [
  [
    'github.com/project-slug',
    'acme/shop',
    [
      'https://github.com/acme/shop',
      'https://github.com/acme/shop/pulls',
      'https://github.com/acme/shop/actions',
      'https://github.com/acme/shop/issues',
    ],
  ],
  ['github.com/team-slug', 'acme/payments', ['https://github.com/orgs/acme/teams/payments']],
  ['github.com/user-login', 'ann-x', ['https://github.com/ann-x']],
  [
    'gitlab.com/project-slug',
    'acme/group/shop',
    [
      'https://gitlab.com/acme/group/shop',
      'https://gitlab.com/acme/group/shop/-/merge_requests',
      'https://gitlab.com/acme/group/shop/-/pipelines',
      'https://gitlab.com/acme/group/shop/-/issues',
    ],
  ],
  ['gitlab.com/project-id', '1234', ['https://gitlab.com/projects/1234']],
  ['bitbucket.org/project-slug', 'acme/shop', ['https://bitbucket.org/acme/shop']],
  [
    'dev.azure.com/project-repo',
    'My Project/shop',
    [`${OWN}/My%20Project/_git/shop`, `${OWN}/My%20Project/_git/shop/pullrequests`, `${OWN}/My%20Project/_build`],
  ],
  ['circleci.com/project-slug', 'github/acme/shop', ['https://app.circleci.com/pipelines/github/acme/shop']],
  ['buildkite.com/project-slug', 'acme/shop', ['https://buildkite.com/acme/shop']],
  ['travis-ci.com/repo-slug', 'acme/shop', ['https://app.travis-ci.com/github/acme/shop']],
  ['jenkins.io/job-full-name', 'team a/shop', [`${OWN}/job/team%20a/job/shop`]],
  ['jenkins.io/github-folder', 'acme/shop', [`${OWN}/job/acme/job/shop`]],
  ['gocd.org/pipelines', 'shop,shop-pr', [`${OWN}/go/pipeline/activity/shop`, `${OWN}/go/pipeline/activity/shop-pr`]],
  ['teamcity/project-id', 'Shop_Main', [`${OWN}/project/Shop_Main`]],
  ['harness.io/project-url', 'https://app.harness.io/ng/account/a/projects/p', ['https://app.harness.io/ng/account/a/projects/p']],
  ['google.com/cloudbuild-project-slug', 'acme-prod', ['https://console.cloud.google.com/cloud-build/builds?project=acme-prod']],
  [
    'aws.amazon.com/aws-codepipeline-arn',
    'arn:aws:codepipeline:eu-west-1:123456789012:shop',
    ['https://console.aws.amazon.com/codesuite/codepipeline/pipelines/shop/view?region=eu-west-1'],
  ],
  [
    'aws.amazon.com/aws-codebuild-project-arn',
    'arn:aws:codebuild:eu-west-1:123456789012:project/shop',
    ['https://console.aws.amazon.com/codesuite/codebuild/123456789012/projects/shop?region=eu-west-1'],
  ],
  ['octopus.com/project-id', 'Spaces-2/Projects-7', [`${OWN}/app#/Spaces-2/projects/Projects-7`]],
  ['argocd/app-name', 'shop-prod', [`${OWN}/applications/shop-prod`]],
  ['argocd/project-name', 'shop', [`${OWN}/settings/projects/shop`]],
  ['humanitec.com/appId', 'shop', ['https://app.humanitec.io/orgs/acme/apps/shop'], { 'humanitec.com/orgId': 'acme' }],
  ['terraform/workspace', 'shop', ['https://app.terraform.io/app/acme/workspaces/shop'], { 'terraform/organization': 'acme' }],
  ['pagerduty.com/service-id', 'PABC123', [`${OWN}/service-directory/PABC123`]],
  ['opsgenie.com/component-selector', 'tag:"shop"', ['https://app.opsgenie.com/alert/list?query=tag%3A%22shop%22']],
  ['rootly.com/service-slug', 'shop', ['https://rootly.com/account/services/shop']],
  ['sentry.io/project-slug', 'acme/shop', ['https://sentry.io/organizations/acme/projects/shop/']],
  ['rollbar.com/project-slug', 'acme/shop', ['https://rollbar.com/acme/shop/items/']],
  ['airbrake.io/project-id', '99', [`${OWN}/projects/99`]],
  ['grafana/overview-dashboard', 'https://grafana.acme.example/d/1', ['https://grafana.acme.example/d/1']],
  ['grafana/dashboard-selector', "tags @> 'shop'", [`${OWN}/dashboards?tag=shop`]],
  ['grafana/tag-selector', 'shop', [`${OWN}/dashboards?tag=shop`]],
  ['grafana/alert-label-selector', 'service=shop', [`${OWN}/alerting/list?search=label:service%3Dshop`]],
  ['datadoghq.com/dashboard-url', 'https://p.datadoghq.eu/sb/1', ['https://p.datadoghq.eu/sb/1']],
  ['newrelic.com/dashboard-guid', 'MTIz', ['https://one.newrelic.com/redirect/entity/MTIz']],
  ['dynatrace.com/dynatrace-entity-id', 'SERVICE-1234ABCD', [`${OWN}/ui/entity/SERVICE-1234ABCD`]],
  ['prometheus.io/alert', 'Down,Slow', [`${OWN}/alerts?search=Down`, `${OWN}/alerts?search=Slow`]],
  ['matomo.io/site-id', '3', [`${OWN}/index.php?module=CoreHome&action=index&idSite=3&period=day&date=today`]],
  [
    'aws.com/lambda-function-name',
    'shop-fn',
    ['https://console.aws.amazon.com/lambda/home?region=eu-west-1#/functions/shop-fn'],
    { 'aws.com/lambda-region': 'eu-west-1' },
  ],
  [
    'aws.amazon.com/amazon-ecs-service-arn',
    'arn:aws:ecs:eu-west-1:123456789012:service/main/shop',
    ['https://console.aws.amazon.com/ecs/v2/clusters/main/services/shop?region=eu-west-1'],
  ],
  [
    'cloud.google.com/function-ids',
    'projects/p/locations/europe-west1/functions/shop',
    ['https://console.cloud.google.com/functions/details/europe-west1/shop?project=p'],
  ],
  ['nomad.io/job-id', 'shop', [`${OWN}/ui/jobs/shop@default`]],
  ['sonarqube.org/project-key', 'main/com.acme:shop', [`${OWN}/dashboard?id=com.acme%3Ashop`]],
  ['codescene.io/project-id', '12', ['https://codescene.io/projects/12']],
  ['snyk.io/org-name', 'acme', ['https://app.snyk.io/org/acme/projects']],
  [
    'snyk.io/project-ids',
    'a-1,b-2',
    ['https://app.snyk.io/org/acme/project/a-1', 'https://app.snyk.io/org/acme/project/b-2'],
    { 'snyk.io/org-name': 'acme' },
  ],
  ['dependencytrack/project-id', 'e63d5397', [`${OWN}/projects/e63d5397`]],
  ['qameta.io/allure-project', 'shop', [`${OWN}/allure-docker-service-ui/projects/shop`]],
  ['lighthouse.com/website-url', 'https://shop.example/', ['https://shop.example/']],
  ['endoflife.date/products', 'nodejs@20,nginx', ['https://endoflife.date/nodejs', 'https://endoflife.date/nginx']],
  ['jira/project-key', 'SHOP', [`${OWN}/browse/SHOP`]],
  [
    'jira/component',
    'Check out',
    [`${OWN}/issues/?jql=project%3D%22SHOP%22%20AND%20component%3D%22Check%20out%22`],
    { 'jira/project-key': 'SHOP' },
  ],
  ['slack.com/bot-notify', 'C0123456', ['https://slack.com/app_redirect?channel=C0123456']],
  ['quay.io/repository-slug', 'acme/shop', ['https://quay.io/repository/acme/shop']],
  ['jfrog-artifactory/image-name', 'shop', [`${OWN}/ui/packages?name=shop&type=packages`]],
  ['nexus-repository-manager/docker.image-name', 'acme/shop', [`${OWN}/#browse/search/docker=attributes.docker.imageName%3Dacme%2Fshop`]],
  ['npm/package', '@acme/shop', ['https://www.npmjs.com/package/@acme/shop']],
  ['vault.io/secrets-path', 'apps/shop', [`${OWN}/ui/vault/secrets/secret/list/apps/shop/`]],
  ['launchdarkly.com/project-key', 'default', ['https://app.launchdarkly.com/projects/default/flags']],
];

const baseOf = (name: keyof typeof TOOL_BASES | undefined) => (name === undefined ? null : (TOOL_BASES[name] ?? OWN));

describe('ANNOTATION_ROWS', () => {
  test.each(EXAMPLES.map(([key, value, hrefs, others = {}]) => ({ key, value, hrefs, others })))(
    '$key of $value leads to its tool',
    ({ key, value, hrefs, others }) => {
      const rows = ANNOTATION_ROWS.filter((row) => row.key === key);
      const links = rows.flatMap((row) => fillRow(row, { [key]: value, ...others }, baseOf(row.base)));
      expect(links.map(({ href }) => href)).toEqual(hrefs);
    },
  );

  test('have an example above for each that has a template, of more than forty tools', () => {
    const linked = new Set(ANNOTATION_ROWS.filter((row) => row.link !== undefined).map((row) => row.key));
    expect(EXAMPLES.map(([key]) => key).toSorted()).toEqual([...linked].toSorted());
    const tools = new Set(ANNOTATION_ROWS.flatMap((row) => (row.link === undefined ? [] : (row.base ?? row.key))));
    expect(tools.size).toBeGreaterThan(40);
  });

  test('use every tool there is, and only groups that have a place', () => {
    expect(new Set(ANNOTATION_ROWS.flatMap((row) => row.base ?? []))).toEqual(new Set(Object.keys(TOOL_BASES)));
    expect(ANNOTATION_ROWS.map((row) => row.group).filter((group) => !(TOOL_GROUPS as readonly string[]).includes(group))).toEqual([]);
  });

  const HOSTILE = [
    'javascript:alert(1)',
    '../../evil',
    'a/../b',
    '//evil.example',
    'https://evil.example',
    'x@evil.example',
    'a\\b',
    '?x#y',
    '%2e%2e/%2f',
    '\ud800',
    '"><script>',
    'x'.repeat(501),
    ' ',
  ];

  test.each(HOSTILE)('keep to the host of their tool with the value %j', (value) => {
    for (const row of ANNOTATION_ROWS) {
      const others = Object.fromEntries(Object.values(row.with ?? {}).map((key) => [key, value]));
      for (const { href } of fillRow(row, { ...others, [row.key]: value }, baseOf(row.base))) {
        if (href === null) continue;
        if (row.link === '{url}') expect(href).toMatch(/^https?:\/\//);
        else expect(href.startsWith(`${baseOf(row.base)}/`), `${row.key}: ${href}`).toBe(true);
        expect(href).not.toMatch(/["<>\s]/);
      }
    }
  });
});

describe('portal.tools.of(entity)', () => {
  const annotations = {
    'jira/project-key': 'SHOP',
    'github.com/project-slug': 'acme/shop',
    'acme.example/app': 'shop 1',
    'pagerduty.com/integration-key': 'secret',
    'dev.azure.com/project-repo': 'p/r',
    constructor: 'x',
  };
  const files = source('s', { 'catalog-info.yaml': entity('Component', 'a', {}, { annotations }) });
  const toolsOf = async (more: Parameters<typeof compile>[2]) => {
    const portal = await compile([files], '/', more);
    const found = portal.catalog.get('component:default/a');
    return found === null ? [] : portal.tools.of(found);
  };

  test('shows text and meaning where the address of a tool is not known, and never a secret', async () => {
    const groups = await toolsOf({});
    expect(groups.map((group) => group.title)).toEqual(['Code', 'Build and deploy', 'On call', 'Tickets']);
    expect(JSON.stringify(groups)).not.toContain('secret');
    expect(groups.flatMap((group) => group.lines).find((line) => line.key === 'jira/project-key')).toEqual({
      key: 'jira/project-key',
      label: 'Jira project',
      links: [{ text: 'SHOP', href: null }],
    });
    // Three rows, and no address: said once.
    expect(groups.flatMap((group) => group.lines).filter((line) => line.key === 'dev.azure.com/project-repo')).toHaveLength(1);
  });

  test('takes addresses and annotations of portal.yaml, which come before its own', async () => {
    const own = [
      { key: 'acme.example/app', label: 'Application', group: 'Register', link: 'https://cmdb.acme.example/apps/{value}' },
      { key: 'jira/project-key', label: 'Board', group: null, link: null },
    ];
    const groups = await toolsOf({ tools: new Map([['github', 'https://git.acme.example']]), annotations: own });
    expect(groups.map((group) => group.title)).toEqual(['Code', 'Build and deploy', 'On call', 'Tickets', 'Other', 'Register']);
    expect(groups.at(-1)?.lines[0]?.links).toEqual([{ text: 'shop 1', href: 'https://cmdb.acme.example/apps/shop%201' }]);
    expect(groups.at(-2)?.lines[0]).toMatchObject({ label: 'Board', links: [{ href: null }] });
    expect(groups[0]?.lines[0]?.links[0]?.href).toBe('https://git.acme.example/acme/shop');
  });
});
