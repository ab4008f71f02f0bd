// The readers of all sorts of manifests, as a table: a new sort is a row here and one in src/lib/manifest-files.ts.
import type { ManifestKind } from '../lib/manifest-files.ts';
import { readCargoToml } from './readers/cargo-toml.ts';
import { readComposerJson } from './readers/composer-json.ts';
import { readDockerfile } from './readers/dockerfile.ts';
import { readGemfile } from './readers/gemfile.ts';
import { readGoMod } from './readers/go-mod.ts';
import { readGradleCatalog } from './readers/gradle-catalog.ts';
import { readGradle } from './readers/gradle.ts';
import { readMsbuild } from './readers/msbuild.ts';
import { readPackageJson } from './readers/package-json.ts';
import { readPom } from './readers/pom-xml.ts';
import { readPyproject } from './readers/pyproject.ts';
import { readRequirements } from './readers/requirements-txt.ts';
import { readToolVersions } from './readers/tool-versions.ts';
import { readWorkflow } from './readers/workflow.ts';
import type { ManifestReader } from './types.ts';

export const READERS: Readonly<Record<ManifestKind, ManifestReader>> = {
  npm: readPackageJson,
  go: readGoMod,
  maven: readPom,
  gradle: readGradle,
  'gradle-catalog': readGradleCatalog,
  requirements: readRequirements,
  pyproject: readPyproject,
  cargo: readCargoToml,
  gemfile: readGemfile,
  msbuild: readMsbuild,
  composer: readComposerJson,
  dockerfile: readDockerfile,
  workflow: readWorkflow,
  'tool-versions': readToolVersions,
};
