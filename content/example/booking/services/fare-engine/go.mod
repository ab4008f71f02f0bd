module github.com/fulmar-line/booking/services/fare-engine

go 1.25

require (
	github.com/fulmar-line/keel/v3 v3.4.1
	github.com/jackc/pgx/v5 v5.7.6
	github.com/valkey-io/valkey-go v1.0.67
	go.opentelemetry.io/otel v1.38.0
	google.golang.org/grpc v1.76.0
	google.golang.org/protobuf v1.36.10
)
