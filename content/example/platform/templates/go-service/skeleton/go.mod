module github.com/${{ values.repo.owner }}/${{ values.repo.repo }}

go 1.25

require (
	github.com/fulmar-line/keel/v3 v3.4.1
	{%- if values.database %}
	github.com/jackc/pgx/v5 v5.7.6
	{%- endif %}
)
