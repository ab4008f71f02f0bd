// Starts ${{ values.name }}.
package main

import (
	"net/http"

	"github.com/fulmar-line/keel/v3"
)

type Settings struct {
	Port int `keel:"PORT,default=8080"`
	{%- if values.database %}
	Database string `keel:"DATABASE_URL,secret"`
	{%- endif %}
}

func main() {
	keel.Run(func(app *keel.App, settings Settings) error {
		mux := http.NewServeMux()
		mux.HandleFunc("GET /", func(w http.ResponseWriter, _ *http.Request) {
			_, _ = w.Write([]byte("${{ values.name }}\n"))
		})
		{%- for topic in values.topics %}
		go app.Listen("${{ topic }}", keel.Ignore)
		{%- endfor %}
		return app.Serve(settings.Port, mux)
	})
}
