// Annotations of code hosts, and of what builds and deploys.
import type { AnnotationRow } from './types.ts';

const CODE = { group: 'Code' } as const;
const BUILD = { group: 'Build and deploy' } as const;
const GITHUB = { key: 'github.com/project-slug', base: 'github', shape: /^[^/]+\/[^/]+$/ } as const;
const GITLAB = { key: 'gitlab.com/project-slug', base: 'gitlab', shape: /^[^/]+(?:\/[^/]+)+$/ } as const;
const AZURE = { key: 'dev.azure.com/project-repo', base: 'azure-devops', shape: /^(?<project>[^/]+)\/(?<repo>[^/]+)$/ } as const;
const PIPELINE_ARN = /^arn:[\w-]+:codepipeline:(?<region>[\w-]+):\d*:(?<name>[^:/]+)$/;
const BUILD_ARN = /^arn:[\w-]+:codebuild:(?<region>[\w-]+):(?<account>\d+):project\/(?<name>[^:/]+)$/;

export const BUILD_ROWS: readonly AnnotationRow[] = [
  { ...GITHUB, ...CODE, label: 'GitHub repository', link: '{base}/{value}' },
  { ...GITHUB, ...CODE, label: 'Pull requests', link: '{base}/{value}/pulls' },
  { ...GITHUB, ...BUILD, label: 'GitHub Actions', link: '{base}/{value}/actions' },
  { ...GITHUB, group: 'Tickets', label: 'GitHub issues', link: '{base}/{value}/issues' },
  {
    key: 'github.com/team-slug',
    ...CODE,
    label: 'GitHub team',
    base: 'github',
    shape: /^(?<org>[^/]+)\/(?<team>[^/]+)$/,
    link: '{base}/orgs/{org}/teams/{team}',
  },
  { key: 'github.com/user-login', ...CODE, label: 'GitHub user', base: 'github', shape: /^[\w-]+$/, link: '{base}/{value}' },
  { ...GITLAB, ...CODE, label: 'GitLab project', link: '{base}/{value}' },
  { ...GITLAB, ...CODE, label: 'Merge requests', link: '{base}/{value}/-/merge_requests' },
  { ...GITLAB, ...BUILD, label: 'GitLab pipelines', link: '{base}/{value}/-/pipelines' },
  { ...GITLAB, group: 'Tickets', label: 'GitLab issues', link: '{base}/{value}/-/issues' },
  { key: 'gitlab.com/project-id', ...CODE, label: 'GitLab project', base: 'gitlab', shape: /^\d+$/, link: '{base}/projects/{value}' },
  { key: 'bitbucket.org/project-slug', ...CODE, label: 'Bitbucket repository', base: 'bitbucket', link: '{base}/{value}' },
  { ...AZURE, ...CODE, label: 'Azure repository', link: '{base}/{project}/_git/{repo}' },
  { ...AZURE, ...CODE, label: 'Pull requests', link: '{base}/{project}/_git/{repo}/pullrequests' },
  { ...AZURE, ...BUILD, label: 'Azure pipelines', link: '{base}/{project}/_build' },
  { key: 'dev.azure.com/build-definition', ...BUILD, label: 'Azure build definition' },
  { key: 'circleci.com/project-slug', ...BUILD, label: 'CircleCI', base: 'circleci', link: '{base}/pipelines/{value}' },
  { key: 'buildkite.com/project-slug', ...BUILD, label: 'Buildkite pipeline', base: 'buildkite', link: '{base}/{value}' },
  { key: 'travis-ci.com/repo-slug', ...BUILD, label: 'Travis CI', base: 'travis', link: '{base}/github/{value}' },
  { key: 'jenkins.io/job-full-name', ...BUILD, label: 'Jenkins job', base: 'jenkins', slash: '/job/', link: '{base}/job/{value}' },
  { key: 'jenkins.io/github-folder', ...BUILD, label: 'Jenkins folder', base: 'jenkins', slash: '/job/', link: '{base}/job/{value}' },
  { key: 'gocd.org/pipelines', ...BUILD, label: 'GoCD pipeline', base: 'gocd', many: true, link: '{base}/go/pipeline/activity/{value}' },
  { key: 'teamcity/project-id', ...BUILD, label: 'TeamCity project', base: 'teamcity', link: '{base}/project/{value}' },
  { key: 'harness.io/project-url', ...BUILD, label: 'Harness project', link: '{url}' },
  {
    key: 'google.com/cloudbuild-project-slug',
    ...BUILD,
    label: 'Google Cloud Build',
    base: 'google-cloud',
    link: '{base}/cloud-build/builds?project={value}',
  },
  {
    key: 'aws.amazon.com/aws-codepipeline-arn',
    ...BUILD,
    label: 'AWS CodePipeline',
    base: 'aws',
    shape: PIPELINE_ARN,
    link: '{base}/codesuite/codepipeline/pipelines/{name}/view?region={region}',
  },
  {
    key: 'aws.amazon.com/aws-codebuild-project-arn',
    ...BUILD,
    label: 'AWS CodeBuild',
    base: 'aws',
    shape: BUILD_ARN,
    link: '{base}/codesuite/codebuild/{account}/projects/{name}?region={region}',
  },
  {
    key: 'octopus.com/project-id',
    ...BUILD,
    label: 'Octopus project',
    base: 'octopus',
    shape: /^(?:(?<space>Spaces-\d+)\/)?(?<project>Projects?-\d+)$/,
    defaults: { space: 'Spaces-1' },
    link: '{base}/app#/{space}/projects/{project}',
  },
  { key: 'argocd/app-name', ...BUILD, label: 'Argo CD application', base: 'argocd', link: '{base}/applications/{value}' },
  { key: 'argocd/project-name', ...BUILD, label: 'Argo CD project', base: 'argocd', link: '{base}/settings/projects/{value}' },
  {
    key: 'humanitec.com/appId',
    ...BUILD,
    label: 'Humanitec application',
    base: 'humanitec',
    with: { org: 'humanitec.com/orgId' },
    link: '{base}/orgs/{org}/apps/{value}',
  },
  {
    key: 'terraform/workspace',
    ...BUILD,
    label: 'Terraform workspace',
    base: 'terraform',
    with: { org: 'terraform/organization' },
    link: '{base}/app/{org}/workspaces/{value}',
  },
];
