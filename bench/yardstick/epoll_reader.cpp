// The yardstick of the load benchmark: as little as a program can do that reads event streams with the kernel's
// arrival stamps. One thread, level-triggered epoll, one recvmsg an event, the events counted by their blank lines, the
// first one that carries content stamped. No HTTP parser, no JSON parser, no record of what came: what a tool that
// measures costs beyond this is the price of its results.
//
//   epoll_reader PORT STREAMS ROUNDS MODEL [tls]
//
// Each stream is a connection that holds ROUNDS exchanges, one after the other. Prints one JSON document.
//
// Built with EDGE it is edge-triggered; with IO_URING it reads with io_uring's multishot recvmsg, without TLS. Both are
// trials of what the kernel's part of an event could cost (bench/hot-path).
#ifdef IO_URING
#include <linux/io_uring.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#endif
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#ifdef WITH_TLS
#include <openssl/ssl.h>
#endif

static int64_t now_ns(clockid_t clock) {
  timespec t;
  clock_gettime(clock, &t);
  return t.tv_sec * 1000000000LL + t.tv_nsec;
}

struct Stream {
  int fd = -1;
  int rounds_left = 0;
  int64_t sent_ns = 0;
  bool has_token = false;
#ifdef WITH_TLS
  SSL* ssl = nullptr;
  BIO* in = nullptr;
  BIO* out = nullptr;
#endif
  bool ready = false;
};

static std::string request;
static std::vector<int64_t> first_tokens;
static int64_t events = 0, reads = 0;
static int open_streams = 0;

static void send_all(Stream& s, const char* data, size_t length) {
  while (length > 0) {
    ssize_t n = send(s.fd, data, length, MSG_NOSIGNAL);
    if (n < 0) {
      perror("send");
      exit(1);
    }
    data += n;
    length -= n;
  }
}

#ifdef WITH_TLS
static void flush(Stream& s) {
  char buffer[16384];
  for (int n; (n = BIO_read(s.out, buffer, sizeof buffer)) > 0;) send_all(s, buffer, n);
}
#endif

static void begin(Stream& s) {
  s.has_token = false;
  s.sent_ns = now_ns(CLOCK_MONOTONIC);
#ifdef WITH_TLS
  if (s.ssl) {
    SSL_write(s.ssl, request.data(), request.size());
    flush(s);
    return;
  }
#endif
  send_all(s, request.data(), request.size());
}

static void on_text(Stream& s, std::string_view text, int64_t at_ns) {
  for (size_t at = 0; (at = text.find("\n\n", at)) != std::string_view::npos; at += 2) events++;
  if (!s.has_token) {
    size_t at = text.find("\"content\":\"");
    while (at != std::string_view::npos && at + 11 < text.size() && text[at + 11] == '"') at = text.find("\"content\":\"", at + 11);
    if (at != std::string_view::npos) {
      s.has_token = true;
      first_tokens.push_back(at_ns - s.sent_ns);
    }
  }
  if (text.find("data: [DONE]") != std::string_view::npos) {
    if (--s.rounds_left > 0) {
      begin(s);
    } else {
#ifdef IO_URING
      shutdown(s.fd, SHUT_RDWR);
#endif
      close(s.fd);
      open_streams--;
    }
  }
}

#ifdef IO_URING
// One ring, one request for each stream that stays, and one pool of buffers.
class Ring {
 public:
  explicit Ring(std::vector<Stream>& streams) : streams_(streams) {
    io_uring_params p{};
    p.flags = IORING_SETUP_SINGLE_ISSUER | IORING_SETUP_DEFER_TASKRUN | IORING_SETUP_CQSIZE;
    p.cq_entries = 16384;
    fd_ = check(syscall(__NR_io_uring_setup, 4096, &p), "io_uring_setup");
    const size_t size = std::max<size_t>(p.sq_off.array + p.sq_entries * 4, p.cq_off.cqes + p.cq_entries * sizeof(io_uring_cqe));
    char* rings = (char*)map(size, fd_, IORING_OFF_SQ_RING);
    sqes_ = (io_uring_sqe*)map(p.sq_entries * sizeof(io_uring_sqe), fd_, IORING_OFF_SQES);
    sq_tail_ = (unsigned*)(rings + p.sq_off.tail);
    sq_array_ = (unsigned*)(rings + p.sq_off.array);
    sq_mask_ = *(unsigned*)(rings + p.sq_off.ring_mask);
    cq_head_ = (unsigned*)(rings + p.cq_off.head);
    cq_tail_ = (unsigned*)(rings + p.cq_off.tail);
    cq_mask_ = *(unsigned*)(rings + p.cq_off.ring_mask);
    cqes_ = (io_uring_cqe*)(rings + p.cq_off.cqes);
    memory_ = (char*)map((size_t)kBuffers * kBufferBytes, -1, 0);
    pool_ = (io_uring_buf_ring*)map(kBuffers * sizeof(io_uring_buf), -1, 0);
    io_uring_buf_reg reg{};
    reg.ring_addr = (uint64_t)pool_;
    reg.ring_entries = kBuffers;
    check(syscall(__NR_io_uring_register, fd_, IORING_REGISTER_PBUF_RING, &reg, 1), "a ring of buffers");
    for (int id = 0; id < kBuffers; id++) give(id);
    __atomic_store_n(&pool_->tail, pool_tail_, __ATOMIC_RELEASE);
    header_.msg_controllen = kControlBytes;
    for (size_t i = 0; i < streams.size(); i++) arm(i);
  }

  void turn(const timespec& wait) {
    io_uring_getevents_arg arg{};
    arg.ts = (uint64_t)&wait;
    const int taken = syscall(__NR_io_uring_enter, fd_, unsent_, 1, IORING_ENTER_GETEVENTS | IORING_ENTER_EXT_ARG, &arg, sizeof arg);
    if (taken < 0 && errno != ETIME && errno != EINTR) check(taken, "io_uring_enter");
    unsent_ -= taken < 0 ? unsent_ : taken;
    const int64_t offset = now_ns(CLOCK_REALTIME) - now_ns(CLOCK_MONOTONIC);
    unsigned head = *cq_head_;
    for (const unsigned tail = __atomic_load_n(cq_tail_, __ATOMIC_ACQUIRE); head != tail; head++) take(cqes_[head & cq_mask_], offset);
    __atomic_store_n(&pool_->tail, pool_tail_, __ATOMIC_RELEASE);
    __atomic_store_n(cq_head_, head, __ATOMIC_RELEASE);
  }

 private:
  static constexpr int kBuffers = 1024, kBufferBytes = 8192, kControlBytes = 64;

  static int check(long result, const char* what) {
    if (result < 0) {
      perror(what);
      exit(1);
    }
    return result;
  }

  static void* map(size_t size, int fd, off_t offset) {
    void* at = mmap(nullptr, size, PROT_READ | PROT_WRITE, fd < 0 ? MAP_PRIVATE | MAP_ANONYMOUS : MAP_SHARED, fd, offset);
    if (at == MAP_FAILED) check(-1, "mmap");
    return at;
  }

  void give(int id) {
    io_uring_buf& buffer = ((io_uring_buf*)pool_)[pool_tail_++ & (kBuffers - 1)];
    buffer.addr = (uint64_t)(memory_ + (size_t)id * kBufferBytes);
    buffer.len = kBufferBytes;
    buffer.bid = id;
  }

  void arm(uint64_t stream) {
    const unsigned tail = *sq_tail_, at = tail & sq_mask_;
    sqes_[at] = {};
    sqes_[at].opcode = IORING_OP_RECVMSG;
    sqes_[at].fd = streams_[stream].fd;
    sqes_[at].addr = (uint64_t)&header_;
    sqes_[at].len = 1;
    sqes_[at].ioprio = IORING_RECV_MULTISHOT;
    sqes_[at].flags = IOSQE_BUFFER_SELECT;
    sqes_[at].user_data = stream;
    sq_array_[at] = at;
    __atomic_store_n(sq_tail_, tail + 1, __ATOMIC_RELEASE);
    unsent_++;
  }

  void take(const io_uring_cqe& done, int64_t offset) {
    Stream& s = streams_[done.user_data];
    if (done.res <= 0 || !(done.flags & IORING_CQE_F_BUFFER)) {
      if (s.rounds_left == 0) return;
      if (done.res == -ENOBUFS) return arm(done.user_data);
      fprintf(stderr, "a stream was lost\n");
      exit(1);
    }
    const int id = done.flags >> 16;
    char* at = memory_ + (size_t)id * kBufferBytes;
    const io_uring_recvmsg_out& out = *(io_uring_recvmsg_out*)at;
    const cmsghdr* control = (cmsghdr*)(at + sizeof out);
    int64_t stamp = 0;
    if (out.controllen >= sizeof *control && control->cmsg_type == SO_TIMESTAMPNS) {
      timespec t;
      memcpy(&t, CMSG_DATA(control), sizeof t);
      stamp = t.tv_sec * 1000000000LL + t.tv_nsec - offset;
    }
    reads++;
    on_text(s, {at + sizeof out + kControlBytes, done.res - sizeof out - kControlBytes}, stamp);
    if (!(done.flags & IORING_CQE_F_MORE) && s.rounds_left > 0) arm(done.user_data);
    give(id);
  }

  std::vector<Stream>& streams_;
  int fd_;
  io_uring_sqe* sqes_;
  unsigned *sq_tail_, *sq_array_, *cq_head_, *cq_tail_, sq_mask_, cq_mask_, unsent_ = 0;
  io_uring_cqe* cqes_;
  char* memory_;
  io_uring_buf_ring* pool_;
  uint16_t pool_tail_ = 0;
  msghdr header_{};
};
#endif

int main(int argc, char** argv) {
  if (argc < 5) {
    fprintf(stderr, "usage: epoll_reader PORT STREAMS ROUNDS MODEL [tls]\n");
    return 2;
  }
  const int port = atoi(argv[1]), count = atoi(argv[2]), rounds = atoi(argv[3]);
  const bool tls = argc > 5;
  std::string body = std::string("{\"model\":\"") + argv[4] +
      "\",\"stream\":true,\"stream_options\":{\"include_usage\":true},\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
  request = "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: " +
      std::to_string(body.size()) + "\r\n\r\n" + body;
#ifdef WITH_TLS
  SSL_CTX* context = SSL_CTX_new(TLS_client_method());
#else
  if (tls) {
    fprintf(stderr, "built without TLS\n");
    return 2;
  }
#endif
  prctl(PR_SET_TIMERSLACK, 1);
  const int epoll = epoll_create1(0);
  std::vector<Stream> streams(count);
  first_tokens.reserve((size_t)count * rounds);
  for (int i = 0; i < count; i++) {
    Stream& s = streams[i];
    s.fd = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in to{};
    to.sin_family = AF_INET;
    to.sin_port = htons(port);
    to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (connect(s.fd, (sockaddr*)&to, sizeof to) != 0) {
      perror("connect");
      return 1;
    }
    int one = 1;
    setsockopt(s.fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    setsockopt(s.fd, SOL_SOCKET, SO_TIMESTAMPNS, &one, sizeof one);
    s.rounds_left = rounds;
#ifdef WITH_TLS
    if (tls) {
      s.ssl = SSL_new(context);
      s.in = BIO_new(BIO_s_mem());
      s.out = BIO_new(BIO_s_mem());
      SSL_set_bio(s.ssl, s.in, s.out);
      SSL_set_connect_state(s.ssl);
      SSL_do_handshake(s.ssl);
      flush(s);
      while (!SSL_is_init_finished(s.ssl)) {
        char buffer[16384];
        ssize_t n = recv(s.fd, buffer, sizeof buffer, 0);
        if (n <= 0) {
          fprintf(stderr, "the handshake failed\n");
          return 1;
        }
        BIO_write(s.in, buffer, n);
        SSL_do_handshake(s.ssl);
        flush(s);
      }
    }
#endif
#ifdef EDGE
    epoll_event e{EPOLLIN | EPOLLRDHUP | EPOLLET, {.u32 = (uint32_t)i}};
#else
    epoll_event e{EPOLLIN, {.u32 = (uint32_t)i}};
#endif
#ifndef IO_URING
    epoll_ctl(epoll, EPOLL_CTL_ADD, s.fd, &e);
#endif
  }

  // What it costs to open connections is not what a streamed event costs.
  rusage before, after;
  getrusage(RUSAGE_SELF, &before);
  open_streams = count;
  int begun = 0;
  const int64_t start = now_ns(CLOCK_MONOTONIC), stagger = 1000000000LL / count;
  static char buffer[65536], control[128];
  epoll_event ready[256];
#ifdef IO_URING
  Ring ring(streams);
#endif
  while (open_streams > 0) {
    int64_t now = now_ns(CLOCK_MONOTONIC);
    while (begun < count && start + begun * stagger <= now) begin(streams[begun++]);
    timespec wait{0, begun < count ? std::max<int64_t>(0, start + begun * stagger - now) : 500000000};
#ifdef IO_URING
    ring.turn(wait);
    continue;
#endif
    const int n = epoll_pwait2(epoll, ready, 256, &wait, nullptr);
    const int64_t offset = now_ns(CLOCK_REALTIME) - now_ns(CLOCK_MONOTONIC);
    for (int i = 0; i < n; i++) {
      Stream& s = streams[ready[i].data.u32];
      iovec v{buffer, sizeof buffer};
      msghdr m{};
      m.msg_iov = &v;
      m.msg_iovlen = 1;
      m.msg_control = control;
      m.msg_controllen = sizeof control;
      const ssize_t got = recvmsg(s.fd, &m, MSG_DONTWAIT);
      if (got <= 0) {
        if (got < 0 && (errno == EAGAIN || errno == EINTR)) continue;
        fprintf(stderr, "a stream was lost\n");
        return 1;
      }
      reads++;
      int64_t at = 0;
      if (cmsghdr* c = CMSG_FIRSTHDR(&m); c && c->cmsg_type == SO_TIMESTAMPNS) {
        timespec t;
        memcpy(&t, CMSG_DATA(c), sizeof t);
        at = t.tv_sec * 1000000000LL + t.tv_nsec - offset;
      }
#ifdef WITH_TLS
      if (s.ssl) {
        static char plain[16384];
        BIO_write(s.in, buffer, got);
        for (int p; (p = SSL_read(s.ssl, plain, sizeof plain)) > 0;) on_text(s, {plain, (size_t)p}, at);
        continue;
      }
#endif
      on_text(s, {buffer, (size_t)got}, at);
    }
  }
  getrusage(RUSAGE_SELF, &after);
  auto us = [](const timeval& t) { return t.tv_sec * 1e6 + t.tv_usec; };
  const double spent = us(after.ru_utime) + us(after.ru_stime) - us(before.ru_utime) - us(before.ru_stime);
  std::sort(first_tokens.begin(), first_tokens.end());
  printf("{\"streams\": %d, \"events\": %lld, \"reads\": %lld, \"processor_us\": %.0f, \"processor_us_per_event\": %.3f, \"first_token_ms_p50\": %.4f}\n",
         count, (long long)events, (long long)reads, spent, spent / events, first_tokens[first_tokens.size() / 2] / 1e6);
}
