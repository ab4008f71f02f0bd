module github.com/fulmar-line/booking/services/reservation-api

go 1.25

require (
	github.com/fulmar-line/keel/v3 v3.4.1
	github.com/jackc/pgx/v5 v5.7.6
	github.com/oapi-codegen/runtime v1.1.2
	github.com/twmb/franz-go v1.20.2
	go.opentelemetry.io/otel v1.38.0
	google.golang.org/grpc v1.76.0
)

require (
	github.com/klauspost/compress v1.18.1 // indirect
	golang.org/x/sync v0.17.0 // indirect
)
