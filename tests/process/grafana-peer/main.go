// Command grafana-peer starts a backend plugin with Grafana's own SDK, as Grafana does, and passes on what it is asked
// on stdin, one JSON object a line. Answers come back in any order, told apart by their id:
//
//	-> {"id": 1, "op": "query", "dataSource": {...}, "headers": {...}, "queries": [{"refId": "A", "from": 0, "to": 1, "json": {...}}]}
//	<- {"id": 1, "responses": {"A": {"frames": [...], "error": "", "status": 200, "errorSource": ""}}}
//
// Frames are decoded by the SDK and printed as Grafana sends them to the browser. It compiles with the newest SDK (go.mod)
// and with that of Grafana 10.1 (grafana-10.1.mod).
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"reflect"
	"sync"
	"time"

	"github.com/grafana/grafana-plugin-sdk-go/backend"
	"github.com/grafana/grafana-plugin-sdk-go/backend/grpcplugin"
	"github.com/grafana/grafana-plugin-sdk-go/data"
	"github.com/grafana/grafana-plugin-sdk-go/genproto/pluginv2"
	"github.com/hashicorp/go-hclog"
	goplugin "github.com/hashicorp/go-plugin"
)

type dataSource struct {
	UID      string            `json:"uid"`
	JSONData json.RawMessage   `json:"jsonData"`
	Secrets  map[string]string `json:"secrets"`
	Updated  int64             `json:"updated"`
}

type query struct {
	RefID         string          `json:"refId"`
	From          int64           `json:"from"`
	To            int64           `json:"to"`
	MaxDataPoints int64           `json:"maxDataPoints"`
	JSON          json.RawMessage `json:"json"`
}

type request struct {
	ID         int               `json:"id"`
	Op         string            `json:"op"`
	DataSource *dataSource       `json:"dataSource"`
	Headers    map[string]string `json:"headers"`
	Queries    []query           `json:"queries"`
	Path       string            `json:"path"`
	Method     string            `json:"method"`
	Body       json.RawMessage   `json:"body"`
	// Cancel the call after so many milliseconds.
	CancelAfter int64 `json:"cancelAfter"`
}

type response struct {
	Frames      data.Frames `json:"frames"`
	Error       string      `json:"error"`
	Status      int         `json:"status"`
	ErrorSource string      `json:"errorSource"`
}

type answer map[string]any

type peer struct {
	command     *exec.Cmd
	process     *goplugin.Client
	data        grpcplugin.DataClient
	diagnostics grpcplugin.DiagnosticsClient
	resource    grpcplugin.ResourceClient
}

func start(executable string) (*peer, error) {
	command := exec.Command(executable)
	process := goplugin.NewClient(&goplugin.ClientConfig{
		Cmd: command,
		HandshakeConfig: goplugin.HandshakeConfig{
			ProtocolVersion:  grpcplugin.ProtocolVersion,
			MagicCookieKey:   grpcplugin.MagicCookieKey,
			MagicCookieValue: grpcplugin.MagicCookieValue,
		},
		VersionedPlugins: map[int]goplugin.PluginSet{grpcplugin.ProtocolVersion: {
			"diagnostics": &grpcplugin.DiagnosticsGRPCPlugin{},
			"resource":    &grpcplugin.ResourceGRPCPlugin{},
			"data":        &grpcplugin.DataGRPCPlugin{},
		}},
		AllowedProtocols: []goplugin.Protocol{goplugin.ProtocolGRPC},
		Logger:           hclog.New(&hclog.LoggerOptions{Level: hclog.Warn, Output: os.Stderr}),
	})
	connection, err := process.Client()
	if err != nil {
		return nil, err
	}
	p := &peer{command: command, process: process}
	for name, take := range map[string]func(any){
		"diagnostics": func(c any) { p.diagnostics = c.(grpcplugin.DiagnosticsClient) },
		"resource":    func(c any) { p.resource = c.(grpcplugin.ResourceClient) },
		"data":        func(c any) { p.data = c.(grpcplugin.DataClient) },
	} {
		client, err := connection.Dispense(name)
		if err != nil {
			return nil, err
		}
		take(client)
	}
	return p, nil
}

func pluginContext(source *dataSource) *pluginv2.PluginContext {
	context := backend.PluginContext{
		OrgID:    1,
		PluginID: "gatewaylens-apim-datasource",
		User:     &backend.User{Login: "viewer", Role: "Viewer"},
	}
	if source != nil {
		context.DataSourceInstanceSettings = &backend.DataSourceInstanceSettings{
			UID:      source.UID,
			Name:     source.UID,
			JSONData: source.JSONData,
			Updated:  time.UnixMilli(source.Updated),

			DecryptedSecureJSONData: source.Secrets,
		}
	}
	return backend.ToProto().PluginContext(context)
}

func (p *peer) do(ctx context.Context, r request) (answer, error) {
	if r.CancelAfter > 0 {
		cancellable, cancel := context.WithCancel(ctx)
		defer cancel()
		time.AfterFunc(time.Duration(r.CancelAfter)*time.Millisecond, cancel)
		ctx = cancellable
	}
	switch r.Op {
	case "health":
		return p.health(ctx, r)
	case "metrics":
		return p.metrics(ctx, r)
	case "resource":
		return p.callResource(ctx, r)
	case "query":
		return p.query(ctx, r)
	case "pid":
		return answer{"pid": p.command.Process.Pid}, nil
	case "stop":
		before := time.Now()
		p.process.Kill()
		return answer{"exited": p.process.Exited(), "ms": time.Since(before).Milliseconds()}, nil
	}
	return nil, fmt.Errorf("no operation %q", r.Op)
}

func (p *peer) health(ctx context.Context, r request) (answer, error) {
	h, err := p.diagnostics.CheckHealth(ctx, &pluginv2.CheckHealthRequest{PluginContext: pluginContext(r.DataSource)})
	if err != nil {
		return nil, err
	}
	return answer{"status": h.Status.String(), "message": h.Message, "details": json.RawMessage(h.JsonDetails)}, nil
}

func (p *peer) metrics(ctx context.Context, r request) (answer, error) {
	m, err := p.diagnostics.CollectMetrics(ctx, &pluginv2.CollectMetricsRequest{PluginContext: pluginContext(r.DataSource)})
	if err != nil {
		return nil, err
	}
	return answer{"text": string(m.Metrics.Prometheus)}, nil
}

func (p *peer) callResource(ctx context.Context, r request) (answer, error) {
	stream, err := p.resource.CallResource(ctx, &pluginv2.CallResourceRequest{
		PluginContext: pluginContext(r.DataSource), Path: r.Path, Method: r.Method, Url: r.Path, Body: r.Body,
	})
	if err != nil {
		return nil, err
	}
	var result answer
	for {
		part, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return result, nil
		}
		if err != nil {
			return nil, err
		}
		result = answer{"status": part.Code, "body": json.RawMessage(part.Body)}
	}
}

func (p *peer) query(ctx context.Context, r request) (answer, error) {
	message := &pluginv2.QueryDataRequest{PluginContext: pluginContext(r.DataSource), Headers: r.Headers}
	for _, q := range r.Queries {
		message.Queries = append(message.Queries, &pluginv2.DataQuery{
			RefId: q.RefID, MaxDataPoints: q.MaxDataPoints, Json: q.JSON,
			TimeRange: &pluginv2.TimeRange{FromEpochMS: q.From, ToEpochMS: q.To},
		})
	}
	raw, err := p.data.QueryData(ctx, message)
	if err != nil {
		return nil, err
	}
	decoded, err := backend.FromProto().QueryDataResponse(raw)
	if err != nil {
		return nil, err
	}
	responses := map[string]response{}
	for refID, d := range decoded.Responses {
		one := response{Frames: d.Frames, Status: int(d.Status), ErrorSource: errorSource(d)}
		if d.Error != nil {
			one.Error = d.Error.Error()
		}
		responses[refID] = one
	}
	return answer{"responses": responses}, nil
}

// errorSource is empty where the SDK does not know it yet.
func errorSource(d backend.DataResponse) string {
	if field := reflect.ValueOf(d).FieldByName("ErrorSource"); field.IsValid() {
		return field.String()
	}
	return ""
}

func main() {
	p, err := start(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	defer p.process.Kill()
	var printing sync.Mutex
	output := json.NewEncoder(os.Stdout)
	input := bufio.NewScanner(os.Stdin)
	input.Buffer(nil, 64<<20)
	for input.Scan() {
		var r request
		if err := json.Unmarshal(input.Bytes(), &r); err != nil {
			fmt.Fprintln(os.Stderr, err)
			continue
		}
		go func() {
			result, err := p.do(context.Background(), r)
			if err != nil {
				result = answer{"failed": err.Error()}
			}
			result["id"] = r.ID
			printing.Lock()
			defer printing.Unlock()
			if err := output.Encode(result); err != nil {
				fmt.Fprintln(os.Stderr, err)
			}
		}()
	}
}
