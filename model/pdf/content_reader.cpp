// SPDX-License-Identifier: Apache-2.0
#include "model/pdf/content_reader.h"

#include "model/pdf/stream_data.h"

#include <cmath>

namespace jz {

namespace {

using Object = QPDFObjectHandle;
using Operands = std::vector<Object>;

constexpr int deepestForms = 12;
constexpr size_t deepestSaves = 512;
constexpr qint64 longestContent = 32LL * 1024 * 1024;

std::vector<double> numbersOf(Operands& operands)
{
    std::vector<double> numbers;
    for (Object& operand : operands) {
        if (operand.isNumber())
            numbers.push_back(operand.getNumericValue());
    }
    return numbers;
}

QTransform matrixOf(const std::vector<double>& n)
{
    return n.size() == 6 ? QTransform(n[0], n[1], n[2], n[3], n[4], n[5]) : QTransform();
}

} // namespace

/// Hands the operators to the reader as qpdf finds them.
class ContentReader::Callbacks final : public QPDFObjectHandle::ParserCallbacks
{
public:
    explicit Callbacks(ContentReader& reader) : m_reader(reader) {}
    void handleObject(QPDFObjectHandle object, size_t, size_t) override
    {
        if (object.isOperator()) {
            if (--m_reader.m_left < 0) {
                m_reader.m_text.isComplete = false;
                terminateParsing();
            }
            m_reader.execute(object.getOperatorValue(), m_operands);
            m_operands.clear();
        } else if (m_operands.size() < 4096) {
            m_operands.push_back(object);
        }
    }
    void handleEOF() override {}

private:
    ContentReader& m_reader;
    Operands m_operands;
};

ContentReader::ContentReader(QpdfObjects& objects, const QRectF& page)
    : m_objects(objects), m_page(page), m_resources(Object::newNull())
{
    m_state.clip = page;
}

void ContentReader::read(const QByteArray& content, Object resources)
{
    const Object outer = m_resources;
    m_resources = resources;
    Callbacks callbacks(*this);
    try {
        Object stream = Object::newStream(&m_objects.qpdf(), content.toStdString());
        Object::parseContentStream(stream, &callbacks);
    } catch (const std::exception&) {
        m_text.isComplete = false;
    }
    m_resources = outer;
}

PageText ContentReader::take()
{
    for (const Cover& cover : m_covers) {
        for (qsizetype i = 0; i < cover.after; ++i) {
            TextRun& run = m_text.runs[i];
            run.isCovered = run.isCovered || cover.area.contains(run.box.center());
        }
    }
    return m_text;
}

void ContentReader::execute(const std::string& name, Operands& operands)
{
    if (executeState(name, operands) || executePath(name, numbersOf(operands)))
        return;
    executeText(name, operands);
}

bool ContentReader::executeState(const std::string& name, Operands& operands)
{
    if (name == "q") {
        if (m_saved.size() < deepestSaves)
            m_saved.push_back(m_state);
    } else if (name == "Q") {
        if (!m_saved.empty()) {
            m_state = m_saved.back();
            m_saved.pop_back();
        }
    } else if (name == "cm") {
        m_state.matrix = matrixOf(numbersOf(operands)) * m_state.matrix;
    } else if (name == "g" || name == "rg" || name == "k" || name == "sc" || name == "scn") {
        setColour(numbersOf(operands));
    } else if (name == "cs") {
        m_state.white = false;
    } else if (name == "gs") {
        setGraphicsState(operands);
    } else if (name == "Do") {
        paint(operands);
    } else if (name == "INLINE IMAGE" || name == "BI") {
        ++m_text.pictures;
    } else {
        return false;
    }
    return true;
}

/// Grey, red-green-blue or cyan-magenta-yellow-black, to judge by their number.
void ContentReader::setColour(const std::vector<double>& n)
{
    const bool light = std::all_of(n.begin(), n.end(), [](double part) { return part >= 0.95; });
    const bool noInk = std::all_of(n.begin(), n.end(), [](double part) { return part <= 0.05; });
    m_state.white = !n.empty() && (n.size() == 4 ? noInk : light);
}

void ContentReader::setGraphicsState(Operands& operands)
{
    if (operands.empty() || !operands[0].isName())
        return;
    Object values = m_objects.get(m_objects.get(m_resources, "/ExtGState"), operands[0].getName().c_str());
    Object alpha = m_objects.get(values, "/ca");
    if (alpha.isNumber())
        m_state.transparent = alpha.getNumericValue() < 0.05;
}

bool ContentReader::executePath(const std::string& name, const std::vector<double>& n)
{
    const auto add = [this](double x, double y) {
        const QPointF point = m_state.matrix.map(QPointF(x, y));
        const QRectF dot(point, QSizeF(1e-6, 1e-6));
        m_path = m_path.isNull() ? dot : m_path.united(dot);
    };
    if ((name == "m" || name == "l") && n.size() == 2) {
        add(n[0], n[1]);
        m_pathIsBox = false;
    } else if (name == "re" && n.size() == 4) {
        m_pathIsBox = m_pathIsBox && m_path.isNull();
        add(n[0], n[1]);
        add(n[0] + n[2], n[1] + n[3]);
    } else if ((name == "c" && n.size() == 6) || ((name == "v" || name == "y") && n.size() == 4)) {
        for (size_t i = 0; i + 1 < n.size(); i += 2)
            add(n[i], n[i + 1]);
        m_pathIsBox = false;
    } else if (name == "W" || name == "W*") {
        m_clipsNext = true;
    } else if (name == "n" || name == "S" || name == "s") {
        endPath(false);
    } else if (name == "f" || name == "F" || name == "f*" || name == "B" || name == "B*" || name == "b" || name == "b*") {
        endPath(true);
    } else {
        return name == "h";
    }
    return true;
}

void ContentReader::endPath(bool fills)
{
    if (fills && m_pathIsBox && !m_state.transparent && m_covers.size() < 10'000)
        m_covers.push_back({m_path.intersected(m_state.clip), m_text.runs.size()});
    if (m_clipsNext)
        m_state.clip = m_state.clip.intersected(m_path);
    m_clipsNext = false;
    m_path = {};
    m_pathIsBox = true;
}

bool ContentReader::executeText(const std::string& name, Operands& operands)
{
    const std::vector<double> n = numbersOf(operands);
    const double first = n.empty() ? 0 : n[0];
    if (name == "BT")
        m_textMatrix = m_lineMatrix = QTransform();
    else if (name == "Tf")
        setFont(operands);
    else if (name == "Tm")
        m_textMatrix = m_lineMatrix = matrixOf(n);
    else if ((name == "Td" || name == "TD") && n.size() == 2) {
        if (name == "TD")
            m_state.leading = -n[1];
        nextLine(n[0], n[1]);
    } else if (name == "T*")
        nextLine(0, -m_state.leading);
    else if (name == "Tc")
        m_state.charSpace = first;
    else if (name == "Tw")
        m_state.wordSpace = first;
    else if (name == "Tz")
        m_state.scale = first / 100;
    else if (name == "TL")
        m_state.leading = first;
    else if (name == "Ts")
        m_state.rise = first;
    else if (name == "Tr")
        m_state.mode = static_cast<int>(std::clamp(first, 0.0, 7.0));
    else if (name == "TJ" && !operands.empty())
        showArray(operands[0]);
    else if ((name == "Tj" || name == "'" || name == "\"") && !operands.empty() && operands.back().isString()) {
        if (name != "Tj")
            nextLine(0, -m_state.leading);
        show(operands.back().getStringValue());
    } else
        return false;
    return true;
}

void ContentReader::setFont(Operands& operands)
{
    if (operands.size() != 2 || !operands[0].isName() || !operands[1].isNumber())
        return;
    m_state.size = operands[1].getNumericValue();
    m_state.font.reset();
    Object font = m_objects.get(m_objects.get(m_resources, "/Font"), operands[0].getName().c_str());
    if (!font.isDictionary())
        return;
    const int number = font.isIndirect() ? font.getObjectID() : 0;
    std::shared_ptr<FontText>& known = m_fonts[number];
    if (!known || number == 0) {
        known = std::make_shared<FontText>(m_objects, font);
        if (!known->isEmbedded() && !m_text.fontsNotEmbedded.contains(known->name()))
            m_text.fontsNotEmbedded.append(known->name());
    }
    m_state.font = known;
}

void ContentReader::nextLine(double x, double y)
{
    m_lineMatrix = QTransform::fromTranslate(x, y) * m_lineMatrix;
    m_textMatrix = m_lineMatrix;
}

void ContentReader::showArray(Object array)
{
    if (!array.isArray())
        return;
    for (Object& item : array.getArrayAsVector()) {
        if (item.isString())
            show(item.getStringValue());
        else if (item.isNumber())
            m_textMatrix = QTransform::fromTranslate(-item.getNumericValue() / 1000 * m_state.size * m_state.scale, 0)
                           * m_textMatrix;
    }
}

void ContentReader::show(const std::string& codes)
{
    if (!m_state.font) {
        m_text.isComplete = m_text.isComplete && codes.empty();
        return;
    }
    TextRun run;
    double advance = 0;
    for (const FontText::Glyph& glyph : m_state.font->decode(codes)) {
        run.text += glyph.text;
        advance += (glyph.width / 1000 * m_state.size + m_state.charSpace + (glyph.isBlank ? m_state.wordSpace : 0))
                   * m_state.scale;
    }
    const QTransform toPage = m_textMatrix * m_state.matrix;
    run.box = toPage.mapRect(QRectF(0, m_state.rise, advance, m_state.size * 0.7).normalized());
    m_textMatrix = QTransform::fromTranslate(advance, 0) * m_textMatrix;
    run.isInvisible = m_state.mode == 3 || m_state.mode == 7 || m_state.transparent
                      || run.box.height() < 0.5 || std::isnan(run.box.height());
    run.isWhite = m_state.white && (m_state.mode == 0 || m_state.mode == 4);
    const QRectF visible = m_state.clip.intersected(m_page).adjusted(-0.5, -0.5, 0.5, 0.5);
    run.isOutside = !visible.contains(run.box.center()) || !visible.contains(run.box.left(), run.box.center().y())
                    || !visible.contains(run.box.right() - 0.01, run.box.center().y());
    if (!run.text.isEmpty())
        m_text.runs.append(run);
}

void ContentReader::paint(Operands& operands)
{
    if (operands.empty() || !operands[0].isName())
        return;
    Object object = m_objects.get(m_objects.get(m_resources, "/XObject"), operands[0].getName().c_str());
    Object type = m_objects.get(object, "/Subtype");
    if (!type.isName())
        return;
    if (type.getName() == "/Form") {
        paintForm(object);
    } else if (type.getName() == "/Image") {
        ++m_text.pictures;
        m_covers.push_back({m_state.matrix.mapRect(QRectF(0, 0, 1, 1)).intersected(m_state.clip), m_text.runs.size()});
    }
}

void ContentReader::paintForm(Object form)
{
    const auto content = streamData(m_objects, form, longestContent);
    if (!content || m_depth >= deepestForms) {
        m_text.isComplete = false;
        return;
    }
    ++m_depth;
    const State outer = m_state;
    const size_t saved = m_saved.size();
    Object matrix = m_objects.get(form, "/Matrix");
    if (matrix.isMatrix()) {
        const auto m = matrix.getArrayAsMatrix();
        m_state.matrix = QTransform(m.a, m.b, m.c, m.d, m.e, m.f) * m_state.matrix;
    }
    if (Object box = m_objects.get(form, "/BBox"); box.isRectangle()) {
        const auto r = box.getArrayAsRectangle();
        m_state.clip = m_state.clip.intersected(
            m_state.matrix.mapRect(QRectF(QPointF(r.llx, r.lly), QPointF(r.urx, r.ury)).normalized()));
    }
    Object own = m_objects.get(form, "/Resources");
    read(*content, own.isDictionary() ? own : m_resources);
    m_saved.resize(saved);
    m_state = outer;
    --m_depth;
}

} // namespace jz
