module github.com/fulmar-line/quayside

go 1.25

require (
	github.com/aws/aws-sdk-go-v2/service/s3 v1.88.0
	github.com/fulmar-line/keel/v3 v3.4.1
	github.com/jackc/pgx/v5 v5.7.6
	go.opentelemetry.io/otel v1.38.0
	google.golang.org/grpc v1.76.0
	modernc.org/sqlite v1.39.1
)
