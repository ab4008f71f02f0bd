// What each sort of manifest declares: a text in, packages with version, purpose and line out.
import { describe, expect, test } from 'vitest';
import { memoryFiles } from '../../src/lib/files.ts';
import { MANIFESTS } from '../../src/lib/manifest-files.ts';
import { readPackages } from '../../src/packages/read-packages.ts';

/** Reads one manifest: `purl version@line`, with a `~` in front of what is for building and testing alone. */
function read(path: string, text: string) {
  const { value, problems } = readPackages({ id: 'shop', files: memoryFiles({ [path]: text }) });
  const packages = value.packages.map(({ purl, version, dev, place }) => `${dev ? '~' : ''}${purl} ${version}@${place.line}`);
  return { packages, own: value.own, problems: problems.map(({ rule, place }) => `${rule} ${place?.path}:${place?.line ?? ''}`) };
}

/** One example of each sort, or several: the sort, the path, the text, what is declared, and what the manifest itself is. */
const CASES: readonly [kind: string, path: string, text: string, packages: readonly string[], own?: readonly string[]][] = [
  [
    'npm',
    'web/package.json',
    `{
\t"name": "@acme/web",
\t"engines": { "node": ">=24", "npm": ">=11" },
\t"packageManager": "pnpm@10.20.0+sha512.abc",
\t"dependencies": {
\t\t"react": "^19.2.0",
\t\t"@acme/parts": "workspace:*",
\t\t"old-react": "npm:react@17.0.2",
\t\t"vue": "file:../vue"
\t},
\t"peerDependencies": { "zod": "4" },
\t"devDependencies": { "@types/node": "^24", "zod": "^4.1" }, // as editors allow
}`,
    [
      'pkg:generic/node >=24@3',
      '~pkg:generic/pnpm 10.20.0@4',
      'pkg:npm/react ^19.2.0@6',
      'pkg:npm/zod 4@11',
      '~pkg:npm/@types/node ^24@12',
    ],
    ['pkg:npm/@acme/web'],
  ],
  [
    'go',
    'go.mod',
    `module github.com/acme/Shop // ours

go 1.25.1
toolchain go1.26.0

require golang.org/x/sync v0.17.0
require (
\tgithub.com/jackc/pgx/v5 v5.7.6
\tgithub.com/BurntSushi/toml v1.5.0 // kept for configs
\tgithub.com/klauspost/compress v1.18.1 // indirect
)
replace (
\tgithub.com/a/b => ../b
)
exclude golang.org/x/net v0.1.0
`,
    [
      'pkg:generic/go 1.25.1@3',
      'pkg:golang/golang.org/x/sync v0.17.0@6',
      'pkg:golang/github.com/jackc/pgx/v5 v5.7.6@8',
      'pkg:golang/github.com/burntsushi/toml v1.5.0@9',
    ],
    ['pkg:golang/github.com/acme/shop'],
  ],
  ['go', 'tools/go.mod', 'module a.example/b\n', ['pkg:generic/go @1'], ['pkg:golang/a.example/b']],
  [
    'maven',
    'pom.xml',
    `<?xml version="1.0"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <parent>
    <groupId>org.springframework.boot</groupId>
    <artifactId>spring-boot-starter-parent</artifactId>
    <version>3.5.7</version>
  </parent>
  <groupId>example.acme</groupId>
  <artifactId>shop</artifactId>
  <version>1.2.0</version>
  <properties>
    <java.version>21</java.version>
    <pg.version>\${pg.line}.4</pg.version>
    <pg.line>42.7</pg.line>
  </properties>
  <dependencyManagement><dependencies>
    <dependency><groupId>org.testcontainers</groupId><artifactId>testcontainers-bom</artifactId><version>2.0.1</version><type>pom</type><scope>import</scope></dependency>
    <dependency><groupId>com.acme</groupId><artifactId>managed</artifactId><version>9</version></dependency>
  </dependencies></dependencyManagement>
  <dependencies>
    <dependency><groupId>org.postgresql</groupId><artifactId>postgresql</artifactId><version>\${pg.version}</version></dependency>
    <dependency><groupId>com.acme</groupId><artifactId>managed</artifactId></dependency>
    <dependency><groupId>\${project.groupId}</groupId><artifactId>api</artifactId><version>\${project.version}</version></dependency>
    <dependency><groupId>net.jqwik</groupId><artifactId>jqwik</artifactId><version>\${unknown}</version><scope>test</scope></dependency>
  </dependencies>
  <build><plugins>
    <plugin><artifactId>maven-compiler-plugin</artifactId></plugin>
    <plugin><groupId>io.quarkus</groupId><artifactId>quarkus-maven-plugin</artifactId><version>3.27.0</version></plugin>
  </plugins></build>
</project>`,
    [
      'pkg:maven/org.springframework.boot/spring-boot-starter-parent 3.5.7@3',
      'pkg:generic/java 21@12',
      'pkg:maven/org.testcontainers/testcontainers-bom 2.0.1@17',
      'pkg:maven/org.postgresql/postgresql 42.7.4@21',
      'pkg:maven/com.acme/managed 9@22',
      'pkg:maven/example.acme/api 1.2.0@23',
      '~pkg:maven/net.jqwik/jqwik @24',
      '~pkg:maven/io.quarkus/quarkus-maven-plugin 3.27.0@28',
    ],
    ['pkg:maven/example.acme/shop'],
  ],
  [
    'gradle',
    'app/build.gradle.kts',
    `plugins {
    id("com.android.application")
    kotlin("jvm") version "2.2.20"
}
// implementation("no.one:nothing:1")
/* implementation("no.one:nothing:2")
   implementation("no.one:nothing:3") */
kotlin { jvmToolchain(21) }
dependencies {
    implementation("io.grpc:grpc-okhttp:1.76.0")
    implementation(platform("io.ktor:ktor-bom:3.3.1"))
    api("com.acme:parts:$partsVersion")
    testImplementation("app.cash.turbine:turbine:1.2.1")
    implementation(project(":core"))
}`,
    [
      'pkg:maven/com.android.application/com.android.application.gradle.plugin @2',
      'pkg:maven/org.jetbrains.kotlin.jvm/org.jetbrains.kotlin.jvm.gradle.plugin 2.2.20@3',
      'pkg:generic/java 21@8',
      'pkg:maven/io.grpc/grpc-okhttp 1.76.0@10',
      'pkg:maven/io.ktor/ktor-bom 3.3.1@11',
      'pkg:maven/com.acme/parts @12',
      '~pkg:maven/app.cash.turbine/turbine 1.2.1@13',
    ],
  ],
  [
    'gradle',
    'build.gradle',
    `sourceCompatibility = '17'
dependencies {
  implementation 'org.slf4j:slf4j-api:2.0.17'
  runtimeOnly group: 'org.postgresql', name: 'postgresql', version: '42.7.8'
  classpath "com.acme:old:1@jar"
}`,
    [
      'pkg:generic/java 17@1',
      'pkg:maven/org.slf4j/slf4j-api 2.0.17@3',
      'pkg:maven/org.postgresql/postgresql 42.7.8@4',
      'pkg:maven/com.acme/old 1@5',
    ],
  ],
  [
    'requirements',
    'requirements.txt',
    `# ours
-r base.txt
--index-url https://pypi.acme.example/simple
Flask[async] >= 3.1, < 4  # the site
psycopg2_binary==2.9.11 ; python_version >= "3.12" \\
    --hash=sha256:abc
httpx @ https://acme.example/httpx.whl
./local
requests`,
    ['pkg:pypi/flask >= 3.1, < 4@4', 'pkg:pypi/psycopg2-binary ==2.9.11@5', 'pkg:pypi/requests @9'],
  ],
  ['requirements', 'requirements/dev.txt', 'pytest~=8.4', ['~pkg:pypi/pytest ~=8.4@1']],
  [
    'pyproject',
    'pyproject.toml',
    `[build-system]
requires = ["uv_build>=0.9"]
[project]
name = "Fuel.Report"
requires-python = ">=3.13"
dependencies = [
  "duckdb>=1.4",
  "psycopg[binary]>=3.2",
]
[project.optional-dependencies]
plots = ["matplotlib"]
[dependency-groups]
dev = ["pytest>=8.4", {include-group = "lint"}]`,
    [
      '~pkg:pypi/uv-build >=0.9@2',
      'pkg:generic/python >=3.13@5',
      'pkg:pypi/duckdb >=1.4@7',
      'pkg:pypi/psycopg >=3.2@8',
      'pkg:pypi/matplotlib @11',
      '~pkg:pypi/pytest >=8.4@13',
    ],
    ['pkg:pypi/fuel-report'],
  ],
  [
    'pyproject',
    'old/pyproject.toml',
    `[tool.poetry]
name = "old"
[tool.poetry.dependencies]
python = "^3.11"
django = { version = "^5.2", extras = ["bcrypt"] }
ours = { path = "../ours" }
[tool.poetry.group.test.dependencies]
pytest = "^8"`,
    ['pkg:generic/python ^3.11@4', 'pkg:pypi/django ^5.2@5', '~pkg:pypi/pytest ^8@8'],
    ['pkg:pypi/old'],
  ],
  ['pyproject', 'lint/pyproject.toml', '[tool.ruff]\nline-length = 120', []],
  [
    'cargo',
    'Cargo.toml',
    `[package]
name = "ingest"
rust-version = "1.85"
[dependencies]
tokio = { version = "1.48", features = ["net"] }
ours = { path = "../ours" }
pg = { package = "tokio-postgres", version = "0.7" }
shared.workspace = true
[dev-dependencies]
proptest = "1.9"
[target.'cfg(unix)'.dependencies]
nix = "0.30"`,
    [
      'pkg:generic/rust 1.85@3',
      'pkg:cargo/tokio 1.48@5',
      'pkg:cargo/tokio-postgres 0.7@7',
      'pkg:cargo/shared @8',
      '~pkg:cargo/proptest 1.9@10',
      'pkg:cargo/nix 0.30@12',
    ],
    ['pkg:cargo/ingest'],
  ],
  [
    'gemfile',
    'Gemfile',
    `source "https://rubygems.org"
ruby "3.4.7"
gem "rails", "~> 8.0", ">= 8.0.2"
gem 'ours', path: "../ours"
group :development, :test do
  gem "rspec"
end
gem("pg")
gem "debug", group: :development
# gem "nothing"`,
    ['pkg:generic/ruby 3.4.7@2', 'pkg:gem/rails ~> 8.0, >= 8.0.2@3', '~pkg:gem/rspec @6', 'pkg:gem/pg @8', '~pkg:gem/debug @9'],
  ],
  [
    'msbuild',
    'src/Shop/Shop.csproj',
    `<Project Sdk="Microsoft.NET.Sdk.Web">
  <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Npgsql" Version="9.0.4" />
    <PackageReference Include="Serilog"><Version>$(SerilogVersion)</Version></PackageReference>
    <PackageReference Include="StyleCop.Analyzers" PrivateAssets="all" Version="1.1" />
    <ProjectReference Include="../Core/Core.csproj" />
  </ItemGroup>
</Project>`,
    ['pkg:generic/dotnet net10.0@2', 'pkg:nuget/npgsql 9.0.4@4', 'pkg:nuget/serilog @5', '~pkg:nuget/stylecop.analyzers 1.1@6'],
  ],
  [
    'composer',
    'composer.json',
    '{"name": "acme/shop",\n"require": {"php": "^8.4", "ext-json": "*",\n"Symfony/Console": "^7.3"},\n"require-dev": {"phpunit/phpunit": "^12"}}',
    ['pkg:generic/php ^8.4@2', 'pkg:composer/symfony/console ^7.3@3', '~pkg:composer/phpunit/phpunit ^12@4'],
    ['pkg:composer/acme/shop'],
  ],
  [
    'dockerfile',
    'Dockerfile',
    `# syntax=docker/dockerfile:1
ARG GO=1.25
ARG BASE
FROM --platform=$BUILDPLATFORM docker.io/library/golang:\${GO}-alpine AS Build
RUN <<EOF
FROM nobody:1
EOF
FROM \\
  ghcr.io/acme/base@sha256:0123456789abcdef0123456789abcdef
COPY --from=build /a /b
COPY --from=busybox:1.37 /c /d
FROM $BASE
FROM scratch
FROM build
FROM registry.acme.example:5000/tools/java:21`,
    [
      'pkg:docker/golang 1.25-alpine@4',
      'pkg:docker/ghcr.io/acme/base sha256:0123456789ab@9',
      'pkg:docker/busybox 1.37@11',
      'pkg:docker/registry.acme.example:5000/tools/java 21@15',
    ],
  ],
  ['dockerfile', 'ops/api.Dockerfile', 'FROM postgres:17', ['pkg:docker/postgres 17@1']],
  [
    'workflow',
    '.github/workflows/ci.yml',
    `on: [push]
jobs:
  test:
    container: node:24
    services:
      db:
        image: postgres:17
    steps:
      - uses: actions/checkout@v5
      - uses: ./.github/actions/ours
      - uses: docker://alpine:3.22
      - run: make
      - uses: github/codeql-action/init@v4
  release:
    uses: acme/workflows/.github/workflows/release.yml@main`,
    [
      '~pkg:docker/node 24@4',
      '~pkg:docker/postgres 17@7',
      '~pkg:githubactions/actions/checkout v5@9',
      '~pkg:docker/alpine 3.22@11',
      '~pkg:githubactions/github/codeql-action/init v4@13',
      '~pkg:githubactions/acme/workflows/.github/workflows/release.yml main@15',
    ],
  ],
  [
    'tool-versions',
    '.tool-versions',
    '# local\nnodejs 24.1.0 22.0.0\ngolang 1.25.1\nopentofu 1.10.6 # for infrastructure\n',
    ['pkg:generic/node 24.1.0@2', 'pkg:generic/go 1.25.1@3', 'pkg:generic/opentofu 1.10.6@4'],
  ],
];

describe('readPackages(source)', () => {
  test.each(CASES)('reads %s: %s', (_kind, path, text, packages, own = []) => {
    expect(read(path, text)).toEqual({ packages, own, problems: [] });
  });

  test('has an example for every sort of manifest', () => {
    expect(new Set([...CASES.map(([kind]) => kind), 'gradle-catalog'])).toEqual(new Set(MANIFESTS.map(({ kind }) => kind)));
  });

  test('reads what build files name of the nearest catalog of versions, and nothing that only stands in it', () => {
    const catalog = `[versions]
kotlin = "2.2.20"
ktor = { strictly = "3.3.1" }
[libraries]
ktor-server_core = { module = "io.ktor:ktor-server-core", version.ref = "ktor" }
pg = { group = "org.postgresql", name = "postgresql", version = "42.7.8" }
slf4j = "org.slf4j:slf4j-api:2.0.17"
unused = "com.acme:unused:1"
[bundles]
log = ["slf4j", "missing"]
[plugins]
kotlin-jvm = { id = "org.jetbrains.kotlin.jvm", version.ref = "kotlin" }`;
    const build = `plugins {
  alias(libs.plugins.kotlin.jvm) apply false
}
val jdk = libs.versions.jdk.get()
dependencies {
  implementation(platform(libs.ktor.server.core))
  implementation(libs.bundles.log)
  testImplementation(libs.pg)
  implementation(libs.nothing)
}`;
    const files = memoryFiles({
      'gradle/libs.versions.toml': catalog,
      'app/build.gradle.kts': build,
      'other/gradle/libs.versions.toml': '[libraries]\npg = "com.acme:pg:1"',
      'other/deep/build.gradle': 'dependencies { implementation libs.pg }',
    });
    const { value, problems } = readPackages({ id: 'shop', files });
    expect(problems).toEqual([]);
    expect(
      value.packages.map(({ purl, version, dev, place }) => `${dev ? '~' : ''}${purl} ${version} ${place.path}:${place.line}`),
    ).toEqual([
      'pkg:maven/org.jetbrains.kotlin.jvm/org.jetbrains.kotlin.jvm.gradle.plugin 2.2.20 app/build.gradle.kts:2',
      'pkg:maven/io.ktor/ktor-server-core 3.3.1 app/build.gradle.kts:6',
      'pkg:maven/org.slf4j/slf4j-api 2.0.17 app/build.gradle.kts:7',
      '~pkg:maven/org.postgresql/postgresql 42.7.8 app/build.gradle.kts:8',
      'pkg:maven/com.acme/pg 1 other/deep/build.gradle:1',
    ]);
  });

  test('reads files of Windows with the same lines', () => {
    const text = 'module a.example/b\n\ngo 1.25\n';
    expect(read('go.mod', text.replaceAll('\n', '\r\n')).packages).toEqual(read('go.mod', text).packages);
  });
});

describe('readPackages(source) with broken and hostile manifests', () => {
  test.each([
    ['package.json', '{"dependencies": {"react": "19"},\n"scripts": {]}', ['pkg:npm/react 19@1'], 2],
    ['package.json', '['.repeat(200_000), [], ''],
    [
      'pom.xml',
      '<project>\n<dependencies><dependency><groupId>a</groupId><artifactId>b</artifactId></dependency>\n<<<',
      ['pkg:maven/a/b @2'],
      3,
    ],
    ['pom.xml', '<!DOCTYPE p [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>\n<project>&b;</project>', [], 2],
    ['pom.xml', '<a>'.repeat(50_000), [], 1],
    ['pyproject.toml', '[project]\nrequires-python = ">=3.13\n', [], 2],
    ['Cargo.toml', `a = ${'['.repeat(20_000)}${']'.repeat(20_000)}`, [], ''],
    ['.github/workflows/ci.yml', 'jobs: [\n', [], 2],
  ])('says what is wrong with a %s and keeps what stands before', (path, text, packages, line) => {
    const found = read(path, text);
    expect(found.packages).toEqual(packages);
    expect(found.problems).toEqual([`packages/bad-manifest ${path}:${line}`]);
  });

  test.each([
    [
      'package.json',
      '{"dependencies": {"<b>": "1", "a b": "2", "__proto__": "3", "": "4", "${x}": "5", "ok": 6}, "engines": []}',
      ['pkg:npm/__proto__ 3@1', 'pkg:npm/ok 6@1'],
    ],
    ['package.json', '[1, 2]', []],
    ['package.json', 'null', []],
    ['package.json', `{"dependencies": {"a": "${'1'.repeat(500)}"}}`, [`pkg:npm/a ${'1'.repeat(100)}@1`]],
    [
      'pom.xml',
      '<project><properties><a>${b}</a><b>${a}${a}</b></properties><parent><groupId>g</groupId><artifactId>p</artifactId><version>${a}</version></parent></project>',
      ['pkg:maven/g/p @1'],
    ],
    ['pom.xml', '<other/>', []],
    ['.github/workflows/ci.yml', '- 1\n', []],
    ['.github/workflows/ci.yml', 'jobs: {a: {steps: {uses: x}, services: 3, container: {image: 4}, uses: [1]}, b: null}', []],
    ['pyproject.toml', '[project]\ndependencies = {a = 1}\n[dependency-groups]\ndev = 3', ['pkg:generic/python @1']],
    ['build.gradle', `implementation${' '.repeat(100_000)}"a:b:1"`, []],
    ['Gemfile', `gem "a"${', "1"'.repeat(100_000)}`, ['pkg:gem/a 1, 1, 1, 1, 1@1', 'pkg:generic/ruby @1']],
    ['requirements.txt', `a${'['.repeat(100_000)}`, []],
    ['Dockerfile', 'FROM\nFROM ${A:-${B}}\nFROM -\n', []],
  ])('takes from a %s what makes sense, without a word', (path, text, packages) => {
    expect(read(path, text)).toMatchObject({ packages, problems: [] });
  });

  test('leaves out what is too large or no text, and reads the others', () => {
    const files = memoryFiles({
      'package.json': '{"dependencies": {"react": "19"}}',
      'a/package.json': ' '.repeat(600_000),
      'b/package.json': new Uint8Array([0xff, 0x00, 0x13]),
    });
    const { value, problems } = readPackages({ id: 'shop', files });
    expect(value.packages.map(({ purl }) => purl)).toEqual(['pkg:npm/react']);
    expect(problems.map(({ rule, place }) => `${rule} ${place?.path}`)).toEqual([
      'packages/unreadable-manifest a/package.json',
      'packages/unreadable-manifest b/package.json',
    ]);
  });

  test('bounds what one manifest and one repository may declare, and says so', () => {
    const many = (count: number) =>
      JSON.stringify({ dependencies: Object.fromEntries(Array.from({ length: count }, (_, n) => [`p${n}`, '1'])) });
    const one = readPackages({ id: 'shop', files: memoryFiles({ 'package.json': many(2_500) }) });
    expect(one.value.packages).toHaveLength(2_000);
    expect(one.problems).toMatchObject([{ rule: 'packages/too-many', message: expect.stringContaining('500 dependencies') }]);
    const wide = Object.fromEntries(Array.from({ length: 501 }, (_, n) => [`p${n}/go.mod`, 'module a\n']));
    const whole = readPackages({ id: 'shop', files: memoryFiles(wide) });
    expect(whole.value.packages).toHaveLength(500);
    expect(whole.problems).toMatchObject([{ rule: 'packages/too-many' }]);
  });
});
