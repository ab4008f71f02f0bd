// A project file of .NET in: packages of NuGet, and the version of .NET. https://learn.microsoft.com/nuget/consume-packages/package-references-in-project-files
import type { Declaration, ManifestReader } from '../types.ts';
import { type Element, childText, elementsAt, parseXml } from '../xml.ts';

/** Reads a .csproj and its like. */
export const readMsbuild: ManifestReader = (text) => {
  const { root, fault } = parseXml(text);
  if (root === null || root.name !== 'Project') return { declarations: [], self: null, fault };
  const said = (one: Element, name: string) => one.attributes.get(name) ?? childText(one, name);
  const packages = elementsAt(root, 'ItemGroup', 'PackageReference').map((one): Declaration => {
    const dev = said(one, 'PrivateAssets').toLowerCase() === 'all';
    const version = said(one, 'Version');
    return {
      type: 'nuget',
      name: said(one, 'Include') || said(one, 'Update'),
      version: version.includes('$(') ? '' : version,
      dev,
      line: one.line,
    };
  });
  const [target] = elementsAt(root, 'PropertyGroup').flatMap(({ children }) =>
    children.filter(({ name }) => /^TargetFrameworks?(?:Version)?$/.test(name)),
  );
  const dotnet: Declaration = { type: 'generic', name: 'dotnet', version: target?.text ?? '', dev: false, line: target?.line ?? root.line };
  return { declarations: [dotnet, ...packages], self: null, fault };
};
