// The technologies that an organisation has opinions on: the radar's entries, and tags of components.

/** One technology: its title, which is an entry of the radar, and the tag of those who use it. */
export interface Technology {
  readonly title: string;
  readonly tag: string;
  readonly quadrant: Quadrant;
}

export type Quadrant = 'languages' | 'platforms' | 'tools' | 'techniques';

const TITLES: Readonly<Record<Quadrant, string>> = {
  languages: 'Java, Kotlin, Go, TypeScript, Python, Rust, Scala, Elixir, C#, React, Svelte, Spring Boot, Quarkus, Django, FastAPI',
  platforms:
    'Kubernetes, PostgreSQL, Kafka, Redis, Elasticsearch, RabbitMQ, MongoDB, Cassandra, MinIO, Nginx, Envoy, Istio, Keycloak, NATS, Temporal',
  tools:
    'Terraform, Ansible, Helm, Argo CD, Grafana, Prometheus, Jaeger, Vault, Renovate, Playwright, Gradle, Bazel, Backstage, Docker, Buf',
  techniques:
    'Trunk-based development, Event sourcing, Feature flags, Pair programming, Chaos engineering, Contract testing, Blue-green deployment, ' +
    'Observability, Domain-driven design, Micro frontends, GitOps, Threat modelling, Architecture decision records, Error budgets, Zero trust',
};

/** Sixty technologies, fifteen in each quadrant. */
export const TECHNOLOGIES: readonly Technology[] = (Object.keys(TITLES) as Quadrant[]).flatMap((quadrant) =>
  TITLES[quadrant].split(', ').map((title) => ({ title, quadrant, tag: title.toLowerCase().replace(/[^a-z0-9#]+/g, '-') })),
);
