// SPDX-FileCopyrightText: 2026 Leadline contributors
// SPDX-License-Identifier: Apache-2.0

// The module that knows qpdf; briefpdf.cpp asks it.
#include "pdffinish.h"

#include "pages.h"

#include <base/modules.h>
#include <base/strings.h>

// qpdf's own shared pointers are those of the standard library.
#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <QString>

#include <cstdlib>
#include <memory>

namespace brief {

namespace {

using Object = QPDFObjectHandle;
constexpr double PointsAPixel = 0.75;

class Finisher final {
public:
    Finisher(std::string_view drawn, const BriefDocument& document, const Pages& pages)
        : m_document(document)
        , m_pages(pages)
        , m_height(pages.size().height())
    {
        m_pdf.setSuppressWarnings(true);
        m_pdf.processMemoryFile("brief", drawn.data(), drawn.size());
        for (const auto& page : QPDFPageDocumentHelper(m_pdf).getAllPages())
            m_objects.push_back(page.getObjectHandle());
    }

    std::string finish(const std::vector<std::vector<LinkArea>>& links)
    {
        for (std::size_t page = 0; page < m_objects.size() && page < links.size(); ++page)
            addLinks(m_objects[page], links[page]);
        addOutline();
        addProperties();
        nameFonts();
        readLetters();
        QPDFWriter writer(m_pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        // Object streams would be filled in the order of numbers that Qt gives out by a hash.
        writer.setObjectStreamMode(qpdf_o_disable);
        writer.write();
        const std::shared_ptr<Buffer> buffer = writer.getBufferSharedPointer();
        return std::string(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
    }

private:
    static Object number(double value) { return Object::newReal(value, 2, true); }

    Object destination(const Place& place) const
    {
        return Object::newArray({m_objects[static_cast<std::size_t>(place.page)], Object::newName("/XYZ"),
            Object::newNull(), number((m_height - place.y + 8) * PointsAPixel), Object::newNull()});
    }

    void addLinks(Object page, const std::vector<LinkArea>& links)
    {
        Object annotations = Object::newArray();
        for (const LinkArea& link : links) {
            Object annotation = Object::newDictionary();
            annotation.replaceKey("/Type", Object::newName("/Annot"));
            annotation.replaceKey("/Subtype", Object::newName("/Link"));
            annotation.replaceKey("/Border",
                Object::newArray({Object::newInteger(0), Object::newInteger(0), Object::newInteger(0)}));
            const QRectF& area = link.area;
            annotation.replaceKey("/Rect",
                Object::newArray({number(area.left() * PointsAPixel),
                    number((m_height - area.bottom()) * PointsAPixel), number(area.right() * PointsAPixel),
                    number((m_height - area.top()) * PointsAPixel)}));
            if (link.target.starts_with('#')) {
                const auto place = m_pages.anchors().find(link.target.substr(1));
                if (place == m_pages.anchors().end())
                    continue;
                annotation.replaceKey("/Dest", destination(place->second));
            } else {
                Object action = Object::newDictionary();
                action.replaceKey("/S", Object::newName("/URI"));
                action.replaceKey("/URI", Object::newString(link.target));
                annotation.replaceKey("/A", action);
            }
            annotations.appendItem(annotation);
        }
        if (annotations.getArrayNItems() > 0)
            page.replaceKey("/Annots", annotations);
    }

    void addOutline()
    {
        if (m_pages.outline().empty())
            return;
        struct Level {
            int level;
            Object item;
            Object last = Object::newNull();
            int count = 0;
        };
        const auto close = [](Level& level) {
            if (level.count == 0)
                return;
            level.item.replaceKey("/Last", level.last);
            // The root is open, all below it is closed.
            level.item.replaceKey("/Count", Object::newInteger(level.level == 0 ? level.count : -level.count));
        };
        Object root = m_pdf.makeIndirectObject(Object::newDictionary());
        root.replaceKey("/Type", Object::newName("/Outlines"));
        std::vector<Level> open{{0, root}};
        for (const OutlineEntry& entry : m_pages.outline()) {
            while (open.back().level >= entry.level) {
                close(open.back());
                open.pop_back();
            }
            Level& parent = open.back();
            Object item = m_pdf.makeIndirectObject(Object::newDictionary());
            item.replaceKey("/Title", Object::newUnicodeString(entry.text));
            item.replaceKey("/Parent", parent.item);
            item.replaceKey("/Dest", destination(entry.place));
            if (parent.count++ == 0) {
                parent.item.replaceKey("/First", item);
            } else {
                item.replaceKey("/Prev", parent.last);
                parent.last.replaceKey("/Next", item);
            }
            parent.last = item;
            open.push_back({entry.level, item});
        }
        for (; !open.empty(); open.pop_back())
            close(open.back());
        Object catalog = m_pdf.getRoot();
        catalog.replaceKey("/Outlines", root);
        if (m_pages.count() > 3)
            catalog.replaceKey("/PageMode", Object::newName("/UseOutlines"));
    }

    // A font's joined forms of a letter are read back as that letter: Qt gives the form, which no search finds.
    void readLetters()
    {
        for (Object object : m_pdf.getAllObjects()) {
            if (!object.isDictionaryOfType("/Font") || !object.hasKey("/ToUnicode"))
                continue;
            const std::shared_ptr<Buffer> buffer = object.getKey("/ToUnicode").getStreamData();
            const std::string map(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
            std::string letters;
            for (std::size_t from = 0; from < map.size();) {
                const std::size_t at = std::min(map.find('<', from), map.size());
                letters += map.substr(from, at - from);
                const std::size_t end = std::min(map.find('>', at), map.size());
                letters += letterOf(map.substr(at, end - at));
                from = end;
            }
            if (letters != map)
                object.replaceKey("/ToUnicode", Object::newStream(&m_pdf, letters));
        }
    }

    // "<feb9" as "<0635"; all that is no form of presentation as it is.
    static std::string letterOf(const std::string& token)
    {
        if (token.size() != 5)
            return token;
        const unsigned long code = std::strtoul(token.c_str() + 1, nullptr, 16);
        if (!(code >= 0xFB1D && code <= 0xFDFF) && !(code >= 0xFE70 && code <= 0xFEFC))
            return token;
        const QString letters = QString(QChar(static_cast<char16_t>(code))).normalized(QString::NormalizationForm_KC);
        std::string hex = "<";
        for (const QChar letter : letters)
            hex += QString::number(letter.unicode(), 16).rightJustified(4, QLatin1Char('0')).toStdString();
        return hex;
    }

    // Qt names a subset by the place it happens to have in a hash; it is named by its content here.
    void nameFonts()
    {
        for (Object object : m_pdf.getAllObjects()) {
            if (!object.isDictionaryOfType("/FontDescriptor") || !object.hasKey("/FontFile2"))
                continue;
            const std::string name = object.getKey("/FontName").getName().substr(1);
            const std::shared_ptr<Buffer> font = object.getKey("/FontFile2").getRawStreamData();
            std::uint64_t hash = base::hash64(
                {reinterpret_cast<const char*>(font->getBuffer()), font->getSize()});
            std::string tag;
            for (int i = 0; i < 6; ++i, hash /= 26)
                tag += static_cast<char>('A' + hash % 26);
            object.replaceKey(
                "/FontName", Object::newName("/" + tag + "+" + name.substr(name.find('+') + 1)));
        }
    }

    void addProperties()
    {
        Object about = m_pdf.makeIndirectObject(Object::newDictionary());
        const auto say = [&about](const char* key, const std::string& words) {
            if (!words.empty())
                about.replaceKey(key, Object::newUnicodeString(words));
        };
        say("/Title", m_document.title);
        say("/Author", m_document.desk);
        say("/Subject", m_document.subject);
        say("/Keywords", base::join(m_document.keywords, ", "));
        say("/Creator", "Leadline");
        say("/Producer", "Leadline");
        // "2026-11-23T14:32:00Z" as D:20261123143200Z.
        std::string date = m_document.madeIso;
        for (const char* mark : {"-", ":", "T"})
            base::replaceAll(date, mark, "");
        say("/CreationDate", "D:" + date);
        say("/ModDate", "D:" + date);
        m_pdf.getTrailer().replaceKey("/Info", about);
        Object catalog = m_pdf.getRoot();
        catalog.removeKey("/Metadata"); // Qt's, with the moment of drawing
        catalog.replaceKey("/Lang", Object::newUnicodeString(m_document.language));
        Object preferences = Object::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", Object::newBool(true));
        catalog.replaceKey("/ViewerPreferences", preferences);
    }

    const BriefDocument& m_document;
    const Pages& m_pages;
    double m_height;
    QPDF m_pdf;
    std::vector<Object> m_objects; // of the pages
};

} // namespace

} // namespace brief

LEADLINE_MODULE_FUNCTION void leadlineFinishPdf(std::string_view drawn, const brief::BriefDocument& document,
    const brief::Pages& pages, const std::vector<std::vector<brief::LinkArea>>& links,
    base::Result<std::string>& finished)
{
    try {
        finished = brief::Finisher(drawn, document, pages).finish(links);
    } catch (const std::exception& error) {
        finished = base::Error{base::ErrorCode::Internal, error.what(), document.title};
    }
}
